import type { ProposalInput } from "../../sdk/src/index";
import type { Random } from "./random";

/** A service that is started anew, on staging or in production. */
export function restart(random: Random): ProposalInput {
  const service = random.pick(["billing-api", "search", "mailer"]);
  const environment = random.chance(0.35) ? "production" : "staging";
  return {
    action: {
      name: "shell.run",
      arguments: { command: `kubectl rollout restart deployment/${service} -n ${environment}`, environment },
    },
    kind: "command",
    target: { system: "cluster", environment, resource: service },
    title: `Restart ${service}`,
    rationale: "Memory keeps growing since this morning.",
    confidence: 0.88,
  };
}

/** A tool that nobody wrote a card for, nor an entry of the catalogue. */
export function setFlag(random: Random): ProposalInput {
  const flag = random.pick(["new-checkout", "fast-search", "dark-mode"]);
  const share = random.pick([5, 10, 25, 50]);
  return {
    action: { name: "flags.roll_out", arguments: { flag, share, audience: random.pick(["staff", "beta", "everyone"]) } },
    kind: "tool",
    target: { system: "Feature flags", environment: "production", resource: `flag ${flag}` },
    title: `Turn ${flag} on for ${String(share)} %`,
    rationale: "Error rates held for a day at the share before.",
    confidence: 0.93,
  };
}
