import type { Metadata } from "next";

import { AgentList } from "../../../components/agents/agent-list";
import { KillSwitch } from "../../../components/agents/kill-switch";
import { NewAgent } from "../../../components/agents/new-agent";
import { stopWords } from "../../../components/shell/stop-words";
import { PageHeader } from "../../../components/ui/page-header";
import { Panel } from "../../../components/ui/panel";
import { HandWords } from "../../../components/words/hand-words";
import { words } from "../../../components/words/words";
import { requirePerson } from "../../../lib/auth/current-person";
import { can } from "../../../lib/domain/permissions";
import { getRuntime } from "../../../lib/runtime";
import { readAgents } from "../../../lib/services/agents/read-agents";
import { listStops } from "../../../lib/services/stops/list-stops";
import { pageOrRefusal } from "../page-or-refusal";
import { clearStopAction, createAgentAction, setStopAction } from "./server-actions";
import { scopesToStop, stoppedAgent } from "./stop-scopes";
import { toAgentView, toStopView } from "./to-agent-view";

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("agents");
  return { title: t("page") };
}

/** Every agent, and the kill switches. */
export default async function AgentsPage() {
  return pageOrRefusal("/agents", async () => {
    const person = await requirePerson("agents.read", "/agents");
    const { ctx } = await getRuntime();
    const [agents, stops] = await Promise.all([readAgents(ctx, person), listStops(ctx, person)]);
    const [t, shell] = await Promise.all([words("agents"), words("shell")]);
    return (
      <HandWords areas={["agents"]}>
        <div className="mx-auto flex w-full max-w-[78rem] flex-col gap-5 p-4 md:p-7">
          <div className="-mb-5">
            <PageHeader
              title={t("page")}
              says={t("page.says")}
              {...(can(person.role, "agents.manage") ? { actions: <NewAgent create={createAgentAction} /> } : {})}
            />
          </div>
          <Panel
            id="stop"
            title={t("stop")}
            note={stops.length === 0 ? t("stop.nothing") : null}
            className={stops.length === 0 ? "order-last" : ""}
          >
            <KillSwitch
              stops={stops.map((stop) => toStopView(stop, stopWords(shell, stop.scope, stoppedAgent(stop.scope, agents))))}
              scopes={scopesToStop(t, stops, agents)}
              maySet={can(person.role, "stops.set")}
              mayClear={can(person.role, "stops.clear")}
              actions={{ set: setStopAction, clear: clearStopAction }}
            />
          </Panel>
          <AgentList agents={agents.map(toAgentView)} now={ctx.clock()} />
        </div>
      </HandWords>
    );
  });
}
