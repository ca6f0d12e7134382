"use client";

import { useQuery } from "@tanstack/react-query";

import { measureApi } from "../../lib/client/measure-api";
import type { Shadow } from "../../lib/contract/what-if";
import { english } from "../ui/english";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import type { MovedProposal } from "./moved-proposals";
import { MovedProposals } from "./moved-proposals";

const PAGE = 5;

/** What a saved draft would have done with everything proposed since it was saved, beside the policy in force. */
export function DraftShadow({ name, at }: { readonly name: string; readonly at: number }) {
  const t = useWords("policy");
  const { data, error } = useQuery({
    queryKey: ["policy-shadow", name, at],
    queryFn: ({ signal }) => measureApi.shadow(name, signal),
    staleTime: 30_000,
    retry: 1,
  });
  if (error !== null) {
    return <p className="mt-1 text-small text-removed">{t.rich("drafts.failed", { message: error.message, why: english })}</p>;
  }
  if (data === undefined) return <p className="mt-1 text-small text-ink-3">{t("drafts.counting")}</p>;
  return (
    <>
      <p className="tabular mt-1 text-small text-ink-2">{shadowWords(t, data)}</p>
      <MovedProposals lines={data.worst.map(asHandled)} page={PAGE} className="mt-1.5" />
    </>
  );
}

function shadowWords(t: Words<"policy">, shadow: Shadow): string {
  const { proposals: count, more, fewer, policyVersion: version, unreplayable: lost } = shadow;
  if (count === 0) return t("drafts.nothing");
  if (more + fewer === 0) return t("drafts.same", { count, version, lost });
  return t("drafts.differs", { count, more, fewer, version, lost });
}

/** How large a share would be audited is not kept. */
function asHandled({ before, after, ...line }: Shadow["worst"][number]): MovedProposal {
  return { ...line, before: { treatment: before, auditRate: null }, after: { treatment: after, auditRate: null } };
}
