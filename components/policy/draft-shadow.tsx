"use client";

import { useQuery } from "@tanstack/react-query";

import { measureApi } from "../../lib/client/measure-api";
import type { Shadow } from "../../lib/contract/what-if";
import { cellWords } from "../../lib/domain/policy/matrix-words";
import type { Treatment } from "../../lib/domain/words";
import { formatCount } from "../ui/format-number";
import type { MovedProposal } from "./moved-proposals";
import { MovedProposals } from "./moved-proposals";

const PAGE = 5;

/** What a saved draft would have done with everything proposed since it was saved, beside the policy in force. */
export function DraftShadow({ name, at }: { readonly name: string; readonly at: number }) {
  const { data, error } = useQuery({
    queryKey: ["policy-shadow", name, at],
    queryFn: ({ signal }) => measureApi.shadow(name, signal),
    staleTime: 30_000,
    retry: 1,
  });
  if (error !== null) return <p className="mt-1 text-small text-removed">It could not be counted: {error.message}</p>;
  if (data === undefined) return <p className="mt-1 text-small text-ink-3">Counting…</p>;
  return (
    <>
      <p className="tabular mt-1 text-small text-ink-2">{shadowWords(data)}</p>
      <MovedProposals lines={data.worst.map(inWords)} page={PAGE} className="mt-1.5" />
    </>
  );
}

function shadowWords({ proposals, more, fewer, policyVersion, unreplayable }: Shadow): string {
  if (proposals === 0) return "Nothing was proposed since.";
  const since = `${formatCount(proposals)} ${proposals === 1 ? "proposal" : "proposals"} since`;
  const lost = unreplayable === 0 ? "" : ` ${formatCount(unreplayable)} cannot be judged again.`;
  if (more + fewer === 0) return `${since}: it would have asked about the same ones as v${String(policyVersion)}.${lost}`;
  return `${since}: it would have asked ${formatCount(more)} more and ${formatCount(fewer)} fewer than v${String(policyVersion)}.${lost}`;
}

function inWords({ before, after, ...line }: Shadow["worst"][number]): MovedProposal {
  return { ...line, before: treatmentWords(before), after: treatmentWords(after) };
}

function treatmentWords(treatment: Treatment): string {
  return treatment === "audit" ? "runs, audited" : cellWords(treatment);
}
