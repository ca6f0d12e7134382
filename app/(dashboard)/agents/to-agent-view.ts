import { versionWords } from "../../../lib/services/fingerprint";
import type { AgentView, ObservationView, StopView } from "../../../components/agents/agent-view";
import type { AgentReading } from "../../../lib/services/agents/read-agents";
import { PENDING_CAP } from "../../../lib/services/agents/read-agents";

/** An agent as its screens show it. */
export function toAgentView({ agent, ownerName, keys, pending, observations, stop }: AgentReading): AgentView {
  const used = keys.flatMap(({ lastUsedAt }) => (lastUsedAt === null ? [] : [lastUsedAt]));
  return {
    id: agent.id,
    name: agent.name,
    builtIn: agent.builtIn,
    ownerName,
    createdAt: agent.createdAt,
    disabledAt: agent.disabledAt,
    keys: keys.map(({ id, label, prefix, scopes, createdByName, createdAt, expiresAt, lastUsedAt, revokedAt }) => ({
      id,
      label,
      prefix,
      scopes,
      createdByName,
      createdAt,
      expiresAt,
      lastUsedAt,
      revokedAt,
      succeeded: keys.some((other) => other.replaces === id && other.revokedAt === null),
    })),
    lastUsedAt: used.length === 0 ? null : Math.max(...used),
    pending: pending >= PENDING_CAP ? `${String(PENDING_CAP)}+` : String(pending),
    observations: observations.map(toObservationView),
    stop: stop === null ? null : toStopView(stop, agent.name),
  };
}

/** A kill switch that is on, with its scope in words. */
export function toStopView(stop: NonNullable<AgentReading["stop"]>, words: string): StopView {
  const { scope, byName, at, reason } = stop;
  return { scope, words, byName, at, reason };
}

function toObservationView({
  actionName,
  fingerprint,
  looked,
  wrong,
  endedAt,
}: AgentReading["observations"][number]): ObservationView {
  return { actionName, fingerprint, version: versionWords(fingerprint), looked, wrong, endedAt };
}
