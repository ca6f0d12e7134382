import type { Metadata } from "next";
import { cookies } from "next/headers";

import { DeskSettings } from "../../../components/account/desk-settings";
import { LanguageChoice } from "../../../components/account/language-choice";
import { ViewList } from "../../../components/account/view-list";
import { PasswordForm } from "../../../components/account/password-form";
import { SessionList } from "../../../components/account/session-list";
import { CatchRates } from "../../../components/people/catch-rates";
import { bdi } from "../../../components/ui/bdi";
import { Callout } from "../../../components/ui/callout";
import { PageHeader } from "../../../components/ui/page-header";
import { Panel } from "../../../components/ui/panel";
import { DENSITY_COOKIE, THEME_COOKIE, TIMES_COOKIE, readDensity, readTheme, readTimes } from "../../../components/ui/theme";
import { DensityToggle, ThemeToggle, TimesToggle } from "../../../components/ui/theme-toggle";
import { HandWords } from "../../../components/words/hand-words";
import { words } from "../../../components/words/words";
import { requirePerson } from "../../../lib/auth/current-person";
import { can } from "../../../lib/domain/permissions";
import { getRuntime } from "../../../lib/runtime";
import { readOwnCatches } from "../../../lib/services/canary/read-catch-rates";
import { readOwnReflex } from "../../../lib/services/measure/read-vigilance";
import { listOwnSessions } from "../../../lib/services/people/own-sessions";
import { readPreferences } from "../../../lib/services/preferences/preferences";
import { readShell } from "../../../lib/services/read-shell";
import { pageOrRefusal } from "../page-or-refusal";
import {
  changePasswordAction,
  deleteViewAction,
  endOtherSessionsAction,
  endSessionAction,
  renameViewAction,
  saveLanguageAction,
  savePreferencesAction,
} from "./server-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("account");
  return { title: t("page") };
}

/** One's own account: who one is here, the password, where one is signed in, how the screens look. */
export default async function AccountPage() {
  return pageOrRefusal("/account", async () => {
    const person = await requirePerson(undefined, "/account");
    const { ctx } = await getRuntime();
    const [sessions, { email }, jar, catches, reflex, preferences] = await Promise.all([
      listOwnSessions(ctx, person),
      readShell(ctx, person),
      cookies(),
      readOwnCatches(ctx, person),
      readOwnReflex(ctx, person),
      readPreferences(ctx, person),
    ]);
    const [t, frame, people] = await Promise.all([words("account"), words("shell"), words("people")]);
    return (
      <div className="mx-auto w-full max-w-[56rem] p-4 md:p-7">
        <PageHeader
          title={bdi(person.name)}
          says={
            <>
              <bdi>{email}</bdi> ·{" "}
              {people("role.full", { role: frame(`role.${person.role}`), says: people(`role.${person.role}.says`) })}
            </>
          }
        />
        <HandWords areas={["account"]}>
          <div className="flex flex-col gap-5">
            <Panel id="appearance" title={t("appearance")} note={t("appearance.note")}>
              <div className="grid max-w-[36rem] gap-4 sm:grid-cols-2 sm:[&>:last-child]:col-span-2">
                <ThemeToggle initial={readTheme(jar.get(THEME_COOKIE)?.value)} />
                <DensityToggle initial={readDensity(jar.get(DENSITY_COOKIE)?.value)} />
                <TimesToggle initial={readTimes(jar.get(TIMES_COOKIE)?.value)} />
              </div>
            </Panel>
            <Panel id="language-panel" title={t("language")} note={t("language.note")}>
              <LanguageChoice chosen={preferences.language} choose={saveLanguageAction} />
            </Panel>
            {can(person.role, "proposal.decide") && (
              <Panel id="tests" title={t("tests")} note={t("tests.note")}>
                <div className="flex max-w-[36rem] flex-col gap-3">
                  {reflex !== null && (
                    <Callout title={t("reflex", { ...reflex, seconds: Math.ceil(reflex.medianMs / 1_000) })}>
                      {t("reflex.says")}
                    </Callout>
                  )}
                  <p className="text-note text-ink-2">{catches.on ? t("tests.on") : t("tests.off")}</p>
                  {preferences.warmUp !== null && (
                    <p className="tabular text-note text-ink-2">{t("tests.warmUp", preferences.warmUp)}</p>
                  )}
                  {(catches.on || catches.byKind.length > 0) && <CatchRates byKind={catches.byKind} label={t("tests.byKind")} />}
                </div>
              </Panel>
            )}
            <Panel id="keys" title={t("keys")}>
              <DeskSettings preferences={preferences} save={savePreferencesAction} />
            </Panel>
            <Panel id="views" title={t("views")} padding="flush">
              <ViewList views={preferences.views} renameView={renameViewAction} deleteView={deleteViewAction} />
            </Panel>
            <Panel id="password" title={t("password")}>
              <PasswordForm email={email} changePassword={changePasswordAction} />
            </Panel>
            <Panel id="sessions" title={t("sessions")} padding="flush">
              <SessionList
                sessions={sessions}
                now={ctx.clock()}
                endSession={endSessionAction}
                endOthers={endOtherSessionsAction}
              />
            </Panel>
          </div>
        </HandWords>
      </div>
    );
  });
}
