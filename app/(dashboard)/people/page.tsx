import type { Metadata } from "next";

import { AddPerson } from "../../../components/people/add-person";
import { CatchRates } from "../../../components/people/catch-rates";
import { PeopleList, RoleLegend } from "../../../components/people/people-list";
import { SwitchForm } from "../../../components/people/switch-form";
import { NumberForm, WorkspaceForm } from "../../../components/people/workspace-form";
import { PageHeader } from "../../../components/ui/page-header";
import { Panel } from "../../../components/ui/panel";
import { requirePerson } from "../../../lib/auth/current-person";
import { can } from "../../../lib/domain/permissions";
import { getRuntime } from "../../../lib/runtime";
import { readAllCatches } from "../../../lib/services/canary/read-catch-rates";
import { readPeople } from "../../../lib/services/people/read-people";
import { SESSION_IDLE_MINUTES, idleMs } from "../../../lib/services/settings/session-lifetime";
import { readDoublePercent } from "../../../lib/services/settings/double-share";
import { isOn } from "../../../lib/services/settings/switches";
import { readWorkspace } from "../../../lib/services/settings/workspace";
import { pageOrRefusal } from "../page-or-refusal";
import {
  changeRoleAction,
  createPersonAction,
  enablePersonAction,
  setDoublePercentAction,
  setSwitchAction,
  setPasswordAction,
  setSessionIdleAction,
  setWorkspaceAction,
} from "./server-actions";

export const metadata: Metadata = { title: "People" };

const ACTIONS = {
  create: createPersonAction,
  changeRole: changeRoleAction,
  setPassword: setPasswordAction,
  enable: enablePersonAction,
};

/** Who may sign in and as what, and how the workspace works. Auditors look, admins change. */
export default async function PeoplePage() {
  return pageOrRefusal("/people", async () => {
    const person = await requirePerson("people.read", "/people");
    const { ctx } = await getRuntime();
    const [people, workspace, idle, catches, softCap, warmUp, doubles, doublePercent] = await Promise.all([
      readPeople(ctx, person),
      readWorkspace(ctx),
      idleMs(ctx),
      readAllCatches(ctx, person),
      isOn(ctx, "softCap"),
      isOn(ctx, "warmUp"),
      isOn(ctx, "doubles"),
      readDoublePercent(ctx),
    ]);
    const mayManage = can(person.role, "people.manage");
    const views = people.map(({ id, name, email, role, createdAt, disabledAt, lastSeenAt }) => {
      return { id, name, email, role, createdAt, disabledAt, lastSeenAt, you: id === person.personId };
    });
    return (
      <div className="mx-auto w-full max-w-[78rem] p-4 md:p-7">
        <PageHeader
          title="People"
          says="Who may sign in, and what their role lets them do."
          {...(mayManage ? { actions: <AddPerson create={createPersonAction} /> } : {})}
        />
        <div className="grid gap-5 xl:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
          <div className="min-w-0">
            <PeopleList people={views} now={ctx.clock()} actions={mayManage ? ACTIONS : null} />
            <RoleLegend />
          </div>
          <div className="flex min-w-0 flex-col gap-5">
            <Panel id="workspace" title="Workspace">
              {can(person.role, "settings.manage") ? (
                <WorkspaceForm name={workspace.name} mode={workspace.mode} set={setWorkspaceAction} />
              ) : (
                <p className="text-note text-ink-2">
                  <bdi>{workspace.name}</bdi>: {workspace.mode === "team" ? "a team" : "one person alone"}.
                </p>
              )}
            </Panel>
            <Panel id="tests" title="Tests of the reviewers" note={catches.on ? "on" : "off"}>
              <div className="flex flex-col gap-4">
                {can(person.role, "settings.manage") && (
                  <SwitchForm
                    id="canaries-on"
                    label="Put tests among the reviewers’ items"
                    hint="About one item in 25, one in 10 of the first hundred, is a past action with something wrong put in. It never runs and its agent never sees it. Right after the decision the reviewer is told. Everyone reads on their account that tests are on."
                    on={catches.on}
                    name="canaries"
                    set={setSwitchAction}
                  />
                )}
                <CatchRates byKind={catches.byKind} label="Tests caught by all reviewers together, by kind" />
              </div>
            </Panel>
            {can(person.role, "settings.manage") && (
              <Panel id="doubles" title="Second opinions" note={doubles ? "on" : "off"}>
                <div className="flex flex-col gap-4">
                  <SwitchForm
                    id="doubles-on"
                    label="Ask for second opinions on quick decisions"
                    hint="Somebody else looks at the same card without knowing how it was decided; where two disagree, a third person does. Nothing that ran is changed. It takes two reviewers, and three to settle a disagreement."
                    on={doubles}
                    name="doubles"
                    set={setSwitchAction}
                  />
                  {doubles && (
                    <NumberForm
                      id="double-percent"
                      name="percent"
                      label="Of a hundred quick decisions"
                      hint="Drawn at random: nobody knows beforehand which."
                      value={doublePercent}
                      min={1}
                      max={100}
                      set={setDoublePercentAction}
                    />
                  )}
                </div>
              </Panel>
            )}
            {can(person.role, "settings.manage") && (
              <Panel id="focus" title="Warm-up and breaks">
                <div className="flex flex-col gap-4">
                  <SwitchForm
                    id="warm-up-on"
                    label="Warm up before focus mode"
                    hint="Ten past actions before the real ones, five with something wrong put in, each told right after. Asked for once in four hours. Nothing of it runs or counts for any agent, and only the person sees how it went."
                    on={warmUp}
                    name="warmUp"
                    set={setSwitchAction}
                  />
                  <SwitchForm
                    id="soft-cap-on"
                    label="Slow down whoever goes on without a break"
                    hint="A break is offered after 25 minutes or 150 decisions, and can be put off once. With this on, a quick card in focus mode then waits 20 seconds, as it does after 600 quick decisions in a day. Nothing is refused, and what is about to expire never waits."
                    on={softCap}
                    name="softCap"
                    set={setSwitchAction}
                  />
                </div>
              </Panel>
            )}
            {can(person.role, "settings.manage") && (
              <Panel id="sign-in" title="Signing out by itself">
                <NumberForm
                  id="session-idle"
                  name="minutes"
                  label="Minutes without a request"
                  hint="Then a person is signed out. After twelve hours in any case."
                  value={idle / 60_000}
                  min={SESSION_IDLE_MINUTES.min}
                  max={SESSION_IDLE_MINUTES.max}
                  set={setSessionIdleAction}
                />
              </Panel>
            )}
          </div>
        </div>
      </div>
    );
  });
}
