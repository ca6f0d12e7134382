import type { Metadata } from "next";

import { AgentScreen } from "../../../../components/agents/agent-screen";
import { stopWords } from "../../../../components/shell/stop-words";
import { HandWords } from "../../../../components/words/hand-words";
import { words } from "../../../../components/words/words";
import { requirePerson } from "../../../../lib/auth/current-person";
import { can } from "../../../../lib/domain/permissions";
import { getRuntime } from "../../../../lib/runtime";
import { readAgent } from "../../../../lib/services/agents/read-agents";
import { listStops } from "../../../../lib/services/stops/list-stops";
import { pageOrRefusal } from "../../page-or-refusal";
import {
  clearStopAction,
  createAgentAction,
  createKeyAction,
  enableAgentAction,
  revokeKeyAction,
  rotateKeyAction,
  setStopAction,
  turnObservationAction,
} from "../server-actions";
import { stoppedAgent } from "../stop-scopes";
import { toAgentView, toStopView } from "../to-agent-view";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await words("agents");
  return { title: t("one") };
}

const ACTIONS = {
  agent: { create: createAgentAction, enable: enableAgentAction, observe: turnObservationAction },
  keys: { create: createKeyAction, rotate: rotateKeyAction, revoke: revokeKeyAction },
  stops: { set: setStopAction, clear: clearStopAction },
};

/** One agent with its keys, its observations and its kill switch. */
export default async function AgentPage({ params }: Props) {
  const { id } = await params;
  const address = `/agents/${id}`;
  return pageOrRefusal(address, async () => {
    const person = await requirePerson("agents.read", address);
    const { ctx } = await getRuntime();
    const [reading, stops] = await Promise.all([readAgent(ctx, person, { agentId: id }), listStops(ctx, person)]);
    const reaching = stops.filter(({ scope }) => scope === "all" || scope === `agent:${reading.agent.id}`);
    const shell = await words("shell");
    return (
      <HandWords areas={["agents"]}>
        <AgentScreen
          agent={toAgentView(reading)}
          stops={reaching.map((stop) => toStopView(stop, stopWords(shell, stop.scope, stoppedAgent(stop.scope, [reading]))))}
          now={ctx.clock()}
          may={{
            observe: can(person.role, "policy.save"),
            manage: can(person.role, "agents.manage"),
            keys: can(person.role, "keys.manage"),
            stop: can(person.role, "stops.set"),
            lift: can(person.role, "stops.clear"),
          }}
          actions={ACTIONS}
        />
      </HandWords>
    );
  });
}
