import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { GrantsOfProposal } from "../../../../components/grants/grants-of-proposal";
import { CarryOutPanel } from "../../../../components/proposal/carry-out-panel";
import { Comments } from "../../../../components/proposal/comments";
import { ProposalScreen } from "../../../../components/proposal/proposal-screen";
import { ReportProblem } from "../../../../components/proposal/report-problem";
import { HandWords } from "../../../../components/words/hand-words";
import { words } from "../../../../components/words/words";
import { toProposalDetail } from "../../../../lib/contract/card-view";
import { toCarryOut } from "../../../../lib/contract/carry-out";
import { toGrantView } from "../../../../lib/contract/grants";
import type { ProposalDetail } from "../../../../lib/contract/people";
import { toComment, toRunSteps } from "../../../../lib/contract/queue-view";
import { requirePerson } from "../../../../lib/auth/current-person";
import { can } from "../../../../lib/domain/permissions";
import { getRuntime } from "../../../../lib/runtime";
import type { PersonActor } from "../../../../lib/services/actor";
import { isAppError } from "../../../../lib/services/app-error";
import { readCarryingOut } from "../../../../lib/services/carry-out";
import { readGrantsOfProposal } from "../../../../lib/services/grants/list-grants";
import { readComments } from "../../../../lib/services/triage/comments";
import { readProposalPage } from "../../../../lib/services/triage/read-card";
import { readRun } from "../../../../lib/services/triage/read-run";
import { shuffle } from "../../../../lib/shuffle";
import { giveGrantAction, revokeGrantAction } from "../../policy/grants/server-actions";
import { reportAction, reportProblemAction, startAction, takeAnswerAction } from "./server-actions";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("proposal");
  return { title: t("page") };
}

/** One proposal with everything that happened to it. */
export default async function ProposalPage({ params }: Props) {
  const { id } = await params;
  const person = await requirePerson(undefined, `/proposals/${id}`);
  const { ctx } = await getRuntime();
  const page = await read(person, id);
  // Where a look is owed nobody is told whether it ran, and so nothing can be reported here.
  const mayReport = can(person.role, "finding.file") && page.deliveryTimes.redeemedAt !== null;
  return (
    <HandWords areas={["card", "checks", "face", "risk"]}>
      <ProposalScreen
        page={page}
        now={ctx.clock()}
        steps={toRunSteps(await readRun(ctx, person, id))}
        standing={<Standing person={person} id={id} />}
        carryOut={<CarryOut person={person} id={id} />}
        comments={<Said person={person} id={id} />}
        report={mayReport ? <Report id={id} /> : null}
      />
    </HandWords>
  );
}

async function Said({ person, id }: { readonly person: PersonActor; readonly id: string }) {
  const { ctx } = await getRuntime();
  const { comments, sealed, names } = await readComments(ctx, person, id);
  const said = { items: comments.map((one) => toComment(one, names)), sealed };
  return (
    <HandWords areas={["desk", "deskPanels"]}>
      <Comments proposal={id} comments={said} maySay={can(person.role, "proposal.decide")} />
    </HandWords>
  );
}

function Report({ id }: { readonly id: string }) {
  return (
    <HandWords areas={["findings"]}>
      <ReportProblem proposal={id} report={reportProblemAction} />
    </HandWords>
  );
}

async function CarryOut({ person, id }: { readonly person: PersonActor; readonly id: string }) {
  const { ctx } = await getRuntime();
  const reading = await readCarryingOut(ctx, person, id);
  const view = reading === null ? null : toCarryOut(reading, person.personId, ctx.clock());
  if (view === null) return null;
  return (
    <HandWords areas={["carryOut"]}>
      <CarryOutPanel view={view} actions={{ take: takeAnswerAction, start: startAction, report: reportAction }} />
    </HandWords>
  );
}

async function Standing({ person, id }: { readonly person: PersonActor; readonly id: string }) {
  const { ctx } = await getRuntime();
  const { given, under, offer } = await readGrantsOfProposal(ctx, person, id);
  const now = ctx.clock();
  const grants = {
    given: given.map((grant) => toGrantView(grant, now)),
    under: under === null ? null : toGrantView(under, now),
    offer,
    mayRevoke: can(person.role, "grants.revoke"),
  };
  return (
    <HandWords areas={["grants"]}>
      <GrantsOfProposal proposal={id} grants={grants} give={giveGrantAction} revoke={revokeGrantAction} />
    </HandWords>
  );
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
