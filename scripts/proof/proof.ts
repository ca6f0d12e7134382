/** What one proof found. `holds` is the claim; every other member is a figure that was counted while trying it. */
export interface Proof {
  readonly name: string;
  readonly holds: boolean;
  readonly [figure: string]: string | number | boolean;
}

/** A proof that could not be tried here, and why. */
export interface SkippedProof {
  readonly name: string;
  readonly skipped: string;
}

/** How much to try. */
export interface Extent {
  readonly full: boolean;
  /** Told in a few words how far it is. */
  readonly progress: (text: string) => void;
}

export type Family = (extent: Extent) => Promise<readonly (Proof | SkippedProof)[]>;

/** What breaks down has proved nothing, and takes nothing with it that was proved beside it. */
export async function orBrokenDown(
  name: string,
  prove: () => Promise<readonly (Proof | SkippedProof)[]>,
): Promise<readonly (Proof | SkippedProof)[]> {
  try {
    return await prove();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return [{ name: `${name}: broke down`, holds: false, because: error instanceof Error ? error.message : String(error) }];
  }
}
