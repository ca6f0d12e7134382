import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { ProposalScreen } from "../../../../components/proposal/proposal-screen";
import { toProposalDetail } from "../../../../lib/contract/card-view";
import type { ProposalDetail } from "../../../../lib/contract/people";
import { requirePerson } from "../../../../lib/auth/current-person";
import { getRuntime } from "../../../../lib/runtime";
import type { PersonActor } from "../../../../lib/services/actor";
import { isAppError } from "../../../../lib/services/app-error";
import { readProposalPage } from "../../../../lib/services/triage/read-card";
import { shuffle } from "../../../../lib/shuffle";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export const metadata: Metadata = { title: "Proposal" };

/** One proposal with everything that happened to it. */
export default async function ProposalPage({ params }: Props) {
  const { id } = await params;
  const person = await requirePerson(undefined, `/proposals/${id}`);
  const { ctx } = await getRuntime();
  return <ProposalScreen page={await read(person, id)} now={ctx.clock()} />;
}

async function read(person: PersonActor, id: string): Promise<ProposalDetail> {
  const { ctx } = await getRuntime();
  try {
    return toProposalDetail(await readProposalPage(ctx, person, id), shuffle);
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") notFound();
    throw error;
  }
}
