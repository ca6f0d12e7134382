export interface LoadingLineProps {
  /** What is being fetched: `Loading the queue`. */
  readonly says: string;
}

/** A hairline that moves, at the top of what is loading. Shows nothing for the first 400 ms. Place it in something `relative`. */
export function LoadingLine({ says }: LoadingLineProps) {
  return (
    <div role="status" className="absolute inset-x-0 top-0 z-10 h-0.5 overflow-hidden">
      <span className="sr-only">{says}</span>
      <span aria-hidden="true" className="loading-bar block h-full w-1/3 bg-accent" />
    </div>
  );
}
