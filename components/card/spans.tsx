import type { Span } from "../../lib/domain/card/card";

export interface SpansProps {
  readonly spans: readonly Span[];
}

/**
 * Runs of text, each isolated, so that no value can reorder its neighbours. What was added or removed says so to those
 * who cannot see it; a character that nobody would see stands as a visible mark.
 */
export function Spans({ spans }: SpansProps) {
  return spans.map((span, index) => <Run key={index} span={span} />);
}

function Run({ span }: { readonly span: Span }) {
  switch (span.type) {
    case "text":
      return <bdi className="verbatim">{span.text}</bdi>;
    case "value":
      return <bdi className="value verbatim">{span.text}</bdi>;
    case "removed":
      return (
        <del className="verbatim">
          <span className="sr-only">removed: </span>
          <bdi>{span.text}</bdi>
          <span className="sr-only">, </span>
        </del>
      );
    case "added":
      return (
        <ins className="verbatim">
          <span className="sr-only">added: </span>
          <bdi>{span.text}</bdi>
          <span className="sr-only">, </span>
        </ins>
      );
    case "mark":
      return <HiddenMark codePoint={span.codePoint} name={span.name} />;
  }
}

/** Stands for a character that draws nothing or reorders what is drawn. */
function HiddenMark({ codePoint, name }: { readonly codePoint: string; readonly name: string }) {
  return (
    <span
      title={`${name} ${codePoint}`}
      className="mx-px rounded-[3px] border border-removed/50 bg-failed-ground px-0.5 font-mono text-[0.8em] font-medium whitespace-nowrap text-removed"
    >
      <span aria-hidden="true">⟨{codePoint}⟩</span>
      <span className="sr-only">
        {name} {codePoint}
      </span>
    </span>
  );
}
