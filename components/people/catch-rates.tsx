import type { Kind } from "../../lib/domain/words";
import { clopperPearsonLower } from "../../lib/domain/measure/intervals";

export interface CatchRatesProps {
  readonly byKind: readonly { readonly kind: Kind; readonly shown: number; readonly caught: number }[];
  /** Whose they are, for the name of the table. */
  readonly label: string;
}

/** Enough tests of one kind to say something of it (design: policy §4.2). */
const ENOUGH = 22;

/** How many tests were caught, by kind: always "9 of 11", with what can be claimed from it once there are enough. */
export function CatchRates({ byKind, label }: CatchRatesProps) {
  if (byKind.length === 0) return <p className="text-note text-ink-3">No test was decided yet.</p>;
  return (
    <table className="w-full text-note">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr className="text-left text-small text-ink-3">
          <th scope="col" className="py-1 pr-3 font-medium">
            Kind
          </th>
          <th scope="col" className="py-1 pr-3 text-right font-medium">
            Caught
          </th>
          <th scope="col" className="py-1 text-right font-medium">
            At least
          </th>
        </tr>
      </thead>
      <tbody>
        {byKind.map(({ kind, shown, caught }) => (
          <tr key={kind} className="border-t border-rule">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal">
              {kind}
            </th>
            <td className="tabular py-1.5 pr-3 text-right">
              {caught} of {shown}
            </td>
            <td className="tabular py-1.5 text-right text-ink-2">{atLeast(caught, shown)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function atLeast(caught: number, shown: number): string {
  if (shown < ENOUGH) return `after ${String(ENOUGH)}`;
  return `${String(Math.floor(clopperPearsonLower(caught, shown) * 100))} %`;
}
