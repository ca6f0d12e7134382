import type { Metadata } from "next";

import { AddPerson } from "../../../components/people/add-person";
import { CatchRates } from "../../../components/people/catch-rates";
import { PeopleList, RoleLegend } from "../../../components/people/people-list";
import { SwitchForm } from "../../../components/people/switch-form";
import { VigilanceAlarms } from "../../../components/people/vigilance-alarms";
import { NumberForm, WorkspaceForm } from "../../../components/people/workspace-form";
import { bdi } from "../../../components/ui/bdi";
import { PageHeader } from "../../../components/ui/page-header";
import { Panel } from "../../../components/ui/panel";
import { HandWords } from "../../../components/words/hand-words";
import { words } from "../../../components/words/words";
import { requirePerson } from "../../../lib/auth/current-person";
import { can } from "../../../lib/domain/permissions";
import { getRuntime } from "../../../lib/runtime";
import { readAllCatches } from "../../../lib/services/canary/read-catch-rates";
import { readVigilance } from "../../../lib/services/measure/read-vigilance";
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

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("people");
  return { title: t("page") };
}

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
    const [people, workspace, idle, catches, vigilance, softCap, warmUp, doubles, doublePercent] = await Promise.all([
      readPeople(ctx, person),
      readWorkspace(ctx),
      idleMs(ctx),
      readAllCatches(ctx, person),
      readVigilance(ctx, person),
      isOn(ctx, "softCap"),
      isOn(ctx, "warmUp"),
      isOn(ctx, "doubles"),
      readDoublePercent(ctx),
    ]);
    const mayManage = can(person.role, "people.manage");
    const views = people.map(({ id, name, email, role, createdAt, disabledAt, lastSeenAt }) => {
      return { id, name, email, role, createdAt, disabledAt, lastSeenAt, you: id === person.personId };
    });
    const t = await words("people");
    return (
      <HandWords areas={["people"]}>
        <div className="mx-auto w-full max-w-[78rem] p-4 md:p-7">
          <PageHeader
            title={t("page")}
            says={t("page.says")}
            {...(mayManage ? { actions: <AddPerson create={createPersonAction} /> } : {})}
          />
          <div className="grid gap-5 xl:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
            <div className="min-w-0">
              <PeopleList people={views} now={ctx.clock()} actions={mayManage ? ACTIONS : null} />
              <RoleLegend />
            </div>
            <div className="flex min-w-0 flex-col gap-5">
              <Panel id="workspace" title={t("workspace")}>
                {can(person.role, "settings.manage") ? (
                  <WorkspaceForm name={workspace.name} mode={workspace.mode} set={setWorkspaceAction} />
                ) : (
                  <p className="text-note text-ink-2">
                    {t.rich(`mode.${workspace.mode}.read`, { workspace: workspace.name, name: bdi })}
                  </p>
                )}
              </Panel>
              <Panel id="tests" title={t("tests")} note={catches.on ? t("on") : t("off")}>
                <div className="flex flex-col gap-4">
                  {can(person.role, "settings.manage") && (
                    <SwitchForm
                      id="canaries-on"
                      label={t("tests.switch")}
                      hint={t("tests.hint")}
                      on={catches.on}
                      name="canaries"
                      set={setSwitchAction}
                    />
                  )}
                  <VigilanceAlarms vigilance={vigilance} />
                  <CatchRates byKind={catches.byKind} label={t("tests.all")} />
                </div>
              </Panel>
              {can(person.role, "settings.manage") && (
                <Panel id="doubles" title={t("doubles")} note={doubles ? t("on") : t("off")}>
                  <div className="flex flex-col gap-4">
                    <SwitchForm
                      id="doubles-on"
                      label={t("doubles.switch")}
                      hint={t("doubles.hint")}
                      on={doubles}
                      name="doubles"
                      set={setSwitchAction}
                    />
                    {doubles && (
                      <NumberForm
                        id="double-percent"
                        name="percent"
                        label={t("doubles.percent")}
                        hint={t("doubles.percent.hint")}
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
                <Panel id="focus" title={t("focus")}>
                  <div className="flex flex-col gap-4">
                    <SwitchForm
                      id="warm-up-on"
                      label={t("focus.warmUp")}
                      hint={t("focus.warmUp.hint")}
                      on={warmUp}
                      name="warmUp"
                      set={setSwitchAction}
                    />
                    <SwitchForm
                      id="soft-cap-on"
                      label={t("focus.softCap")}
                      hint={t("focus.softCap.hint")}
                      on={softCap}
                      name="softCap"
                      set={setSwitchAction}
                    />
                  </div>
                </Panel>
              )}
              {can(person.role, "settings.manage") && (
                <Panel id="sign-in" title={t("idle")}>
                  <NumberForm
                    id="session-idle"
                    name="minutes"
                    label={t("idle.minutes")}
                    hint={t("idle.hint")}
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
      </HandWords>
    );
  });
}
