import type { InsightsFields } from "../../../components/insights/insights-fields";
import { NO_FIELDS, WINDOWS } from "../../../components/insights/insights-fields";
import type { SelectOption } from "../../../components/ui/select";
import type { Words } from "../../../components/words/make-words";
import { words } from "../../../components/words/words";
import { InsightsFilterQuery } from "../../../lib/contract/insights";
import { can } from "../../../lib/domain/permissions";
import { KINDS } from "../../../lib/domain/words";
import { getRuntime } from "../../../lib/runtime";
import type { PersonActor } from "../../../lib/services/actor";
import { readCalibration } from "../../../lib/services/calibration/read-calibration";
import { readLadderLines } from "../../../lib/services/ladder/read-ladder";
import { insightsQuery } from "../../../lib/services/measure/insights-query";
import { readInsights } from "../../../lib/services/measure/read-insights";
import { readPeople } from "../../../lib/services/people/read-people";
import type { SearchParameters } from "../read-desk";

/** Everything the screen shows. A field of the address that does not fit is dropped, so that the page shows what it counts. */
export async function readInsightsPage(person: PersonActor, search: SearchParameters, zone: string) {
  const { ctx } = await getRuntime();
  const [t, kinds] = await Promise.all([words("figures"), words("terms")]);
  const agents = await ctx.store.read.agents();
  const people = can(person.role, "people.manage")
    ? (await readPeople(ctx, person)).filter(({ role }) => can(role, "proposal.decide"))
    : can(person.role, "proposal.decide")
      ? [{ id: person.personId, name: t("person.you"), you: true }]
      : [];
  const fields = fieldsOf(search, { agents, people });
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
  const [insights, lines, calibration] = await Promise.all([
    readInsights(ctx, person, insightsQuery(InsightsFilterQuery.parse({ ...given, zone }))),
    fields.person === "" ? readLadderLines(ctx, person) : [],
    fields.person === "" ? readCalibration(ctx, person) : [],
  ]);
  const shown = lines.filter(
    ({ record }) =>
      (fields.kind === "" || record.kind === fields.kind) && (fields.agent === "" || record.agentId === fields.agent),
  );
  const names = new Map<string, string>(agents.map(({ id, name }) => [id, name]));
  const checkpoints = insights.checkpoints.map((one) => ({ ...one, agentName: names.get(one.agentId) ?? one.agentId }));
  return { fields, insights, lines: shown, calibration, checkpoints, options: optionsOf(t, kinds, agents, people) };
}

interface Named {
  readonly id: string;
  readonly name: string;
  /** Whoever looks, called so in words of ours. */
  readonly you?: boolean;
}

function fieldsOf(
  search: SearchParameters,
  { agents, people }: { readonly agents: readonly Named[]; readonly people: readonly Named[] },
): InsightsFields {
  const asked = (name: keyof InsightsFields): string => {
    const value = search[name];
    return typeof value === "string" ? value : "";
  };
  const known = (value: string, among: readonly string[]): string => (among.includes(value) ? value : "");
  return {
    days: known(asked("days"), WINDOWS.map(String)) || NO_FIELDS.days,
    kind: known(asked("kind"), KINDS),
    agent: known(
      asked("agent"),
      agents.map(({ id }) => id),
    ),
    person: known(
      asked("person"),
      people.map(({ id }) => id),
    ),
  };
}

function optionsOf(
  t: Words<"figures">,
  kinds: Words<"terms">,
  agents: readonly Named[],
  people: readonly Named[],
): Readonly<Record<keyof InsightsFields, readonly SelectOption[]>> {
  const named = (some: readonly Named[]) =>
    some.map(({ id, name, you }) => ({ value: id, label: name, labelIsName: you !== true }));
  return {
    days: WINDOWS.map((days) => ({ value: String(days), label: t("days.last", { days }) })),
    kind: [{ value: "", label: t("kind.all") }, ...KINDS.map((kind) => ({ value: kind, label: kinds(`kind.${kind}`) }))],
    agent: [{ value: "", label: t("agent.all") }, ...named(agents)],
    person: [{ value: "", label: t("person.all") }, ...named(people)],
  };
}
