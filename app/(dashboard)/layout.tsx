import { cookies } from "next/headers";
import type { ReactNode } from "react";

import { DeskProvider } from "../../components/desk-provider";
import { AppShell } from "../../components/shell/app-shell";
import { DayFigures } from "../../components/shell/day-figures";
import { FrameLater } from "../../components/shell/frame-later";
import { BlockedStrip, ReturnedStrip } from "../../components/shell/frame-strips";
import { HelpButton } from "../../components/shell/help-button";
import { LiveFrame } from "../../components/shell/live-frame";
import { StopLink } from "../../components/shell/stop-link";
import { UserMenu } from "../../components/shell/user-menu";
import { DENSITY_COOKIE, THEME_COOKIE, readDensity, readTheme } from "../../components/ui/theme";
import { ZONE_COOKIE, readZone } from "../../components/ui/zone";
import { HandWords } from "../../components/words/hand-words";
import { words } from "../../components/words/words";
import { currentPerson } from "../../lib/auth/current-person";
import { keysFor } from "../../lib/domain/input/key-map";
import { getRuntime } from "../../lib/runtime";
import { readPreferences } from "../../lib/services/preferences/preferences";
import { readShell } from "../../lib/services/read-shell";
import { navFor } from "./nav";

/** The frame of every signed-in screen. Each page below checks for itself who may see it. */
export default async function DashboardLayout({ children }: { readonly children: ReactNode }) {
  const person = await currentPerson();
  // The page sends them to the sign-in page, and knows where they wanted to go.
  if (person === null) return children;
  const { ctx } = await getRuntime();
  const [t, keys] = await Promise.all([words("shell"), words("keys")]);
  const jar = await cookies();
  const zone = readZone(jar.get(ZONE_COOKIE)?.value);
  const [shell, preferences] = await Promise.all([readShell(ctx, person, zone), readPreferences(ctx, person)]);
  const desk = keysFor(preferences);
  const { frame } = shell;
  return (
    <HandWords areas={["shell", "keys"]}>
      <DeskProvider>
        <AppShell
          nav={navFor(t, person.role, <LiveFrame part="count" drawn={frame.needsYou} />)}
          footer={
            <>
              {person.role !== "auditor" && <LiveFrame part="day" drawn={<DayFigures t={t} frame={frame} />} />}
              <HelpButton label={keys("title")} badge={desk.find(({ command }) => command === "sheet")?.badge ?? null} />
              <StopLink href="/agents#stop" />
            </>
          }
          banner={
            <>
              <div role="status">
                <LiveFrame part="returned" drawn={<ReturnedStrip t={t} frame={frame} />} />
              </div>
              <div role="status">
                <LiveFrame part="blocked" drawn={<BlockedStrip t={t} frame={frame} />} />
              </div>
            </>
          }
          stops={shell.stops}
          now={ctx.clock()}
          user={
            <UserMenu
              label={t("account")}
              name={person.name}
              email={shell.email}
              role={t(`role.${person.role}`)}
              theme={readTheme(jar.get(THEME_COOKIE)?.value)}
              density={readDensity(jar.get(DENSITY_COOKIE)?.value)}
              links={[
                { href: "/account", label: t("account") },
                { href: "/docs/api", label: t("reference") },
              ]}
            />
          }
        >
          {children}
        </AppShell>
        <FrameLater keys={desk} zone={zone} given={frame} />
      </DeskProvider>
    </HandWords>
  );
}
