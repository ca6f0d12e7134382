import type { Metadata } from "next";

import { PolicyScreen } from "../../../components/policy/policy-screen";
import { QueryProvider } from "../../../components/query-provider";
import { toGrantView } from "../../../lib/contract/grants";
import { HandWords } from "../../../components/words/hand-words";
import { words } from "../../../components/words/words";
import { requirePerson } from "../../../lib/auth/current-person";
import { can } from "../../../lib/domain/permissions";
import { getRuntime } from "../../../lib/runtime";
import type { PersonActor } from "../../../lib/services/actor";
import { listDrafts } from "../../../lib/services/policy-drafts/read-drafts";
import { listGrants } from "../../../lib/services/grants/list-grants";
import { compareVersions, getPolicy, listPolicies, readWaitingChange } from "../../../lib/services/policy/read-policies";
import { readRolloutFor } from "../../../lib/services/policy/read-rollout";
import { readSecondAdminRule } from "../../../lib/services/policy/second-admin";
import { readWorkspace } from "../../../lib/services/settings/workspace";
import { namesOf } from "../../../lib/services/triage/names-of";
import { pageOrRefusal } from "../page-or-refusal";
import { revokeGrantAction } from "./grants/server-actions";
import {
  agreePolicyAction,
  checkPolicyAction,
  dropDraftAction,
  dropPolicyAction,
  openDraftAction,
  revertPolicyAction,
  saveDraftAction,
  savePolicyAction,
  setSecondAdminAction,
  steerRolloutAction,
} from "./server-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("policy");
  return { title: t("title") };
}

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Where people look, in force now; what a change of it would change; and every version there was. */
export default async function PolicyPage({ searchParams }: Props) {
  const person = await requirePerson(undefined, "/policy");
  const asked = Number((await searchParams)["compare"]);
  return pageOrRefusal("/policy", () => screen(person, Number.isSafeInteger(asked) && asked > 0 ? asked : null));
}

async function screen(person: PersonActor, compare: number | null) {
  const [{ ctx }, t] = await Promise.all([getRuntime(), words("policy")]);
  const [current, versions, waiting, workspace, grants, drafts, rollout, secondAdmin] = await Promise.all([
    getPolicy(ctx, person, null),
    listPolicies(ctx, person, 50),
    readWaitingChange(ctx, person),
    readWorkspace(ctx),
    listGrants(ctx, person),
    listDrafts(ctx, person),
    readRolloutFor(ctx, person),
    readSecondAdminRule(ctx, person),
  ]);
  const names = await namesOf(
    ctx,
    versions.flatMap((version) => (version.by === null ? [] : [version.by])),
  );
  const compared = compare === null ? null : await compareVersions(ctx, person, { from: compare, to: current.version });
  return (
    <HandWords areas={["grants", "policy", "policyGrid", "policyLists", "terms", "whatIf"]}>
      <QueryProvider>
        <PolicyScreen
          key={current.version}
          version={current.version}
          text={current.text}
          editable={can(person.role, "policy.save")}
          workspaceName={workspace.name}
          rollout={rollout}
          secondAdmin={{ rule: secondAdmin.rule, admins: secondAdmin.admins }}
          now={ctx.clock()}
          versions={versions.map(({ version, at, by, note }) => ({
            version,
            at,
            note,
            by: by === null ? "Countersign" : (names.get(by) ?? t("by.left")),
          }))}
          compared={compared === null || compare === null ? null : { from: compare, changes: compared.changes }}
          waiting={
            waiting === null
              ? null
              : {
                  digest: waiting.proposed.digest,
                  by: waiting.proposedByName,
                  note:
                    waiting.proposed.change.type === "policy"
                      ? waiting.proposed.change.note
                      : t("secondAdmin.is", { choice: t(`secondAdmin.${waiting.proposed.change.rule}`) }),
                  changes: waiting.difference?.changes ?? [],
                  mayAgree: waiting.mayAgree,
                  mine: waiting.proposed.by === person.personId,
                  outdated: waiting.outdated,
                  stepDays: waiting.proposed.change.type === "policy" ? (waiting.proposed.change.stepDays ?? null) : null,
                }
          }
          actions={{
            check: checkPolicyAction,
            save: savePolicyAction,
            steer: steerRolloutAction,
            setSecondAdmin: setSecondAdminAction,
            revert: revertPolicyAction,
            agree: agreePolicyAction,
            drop: dropPolicyAction,
            saveDraft: saveDraftAction,
            openDraft: openDraftAction,
            dropDraft: dropDraftAction,
          }}
          drafts={drafts.map(({ name, byName, at, basedOn }) => ({ name, by: byName, at, basedOn }))}
          grants={grants.map((grant) => toGrantView(grant, ctx.clock()))}
          revokeGrant={can(person.role, "grants.revoke") ? revokeGrantAction : null}
        />
      </QueryProvider>
    </HandWords>
  );
}
