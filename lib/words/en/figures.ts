import { FIGURE_TEXTS } from "../../domain/measure/insights/definitions";
import { OBSTACLE_TEXTS } from "../../domain/measure/suggestion";

/** Figures, what they are and what follows from them: drawn on the server, so that no page carries these texts. */
export const figures = {
  ...FIGURE_TEXTS,
  ...OBSTACLE_TEXTS,

  title: "Insights",
  says: "What looking found at each checkpoint, and how the looking was done. A figure of speed never stands alone.",
  "file.figures": "Figures",
  "file.items": "Labelled items",
  counted:
    "{items, plural, one {# proposal} other {# proposals}}, {decisions, plural, one {# decision or look} other {# decisions and looks}}{truncated, select, true {: the newest of the window} other {}}",
  personal: "Figures of one person: that person and admins see them, and nobody is ranked by them.",
  withheld:
    "Tests caught by all reviewers together, and how far they agree, are for admins and auditors. Choose your own figures to see yours.",

  "days.last": "Last {days, number} days",
  "kind.all": "All kinds",
  "agent.all": "All agents",
  "person.all": "Everybody together",
  "person.you": "You",

  "figure.ofSome": "{count, number} of {of, number}",
  "figure.shareOf": "{share} of {of, number}",
  "figure.seconds": "{value, number, ::.#}\u00A0s",
  "figure.minutes": "{value, number, ::.#}\u00A0min",
  "figure.hours": "{value, number, ::.#}\u00A0h",
  "figure.days": "{value, number, ::.#}\u00A0days",
  "figure.between": "{value} ({low} to {high})",
  "rest.none": "nothing in this window",
  "rest.noneYet": "none yet",
  "rest.of": "of {of, number}",
  "rest.few": "too few for a percentage",
  "rest.share": "95\u00A0%: {low} to {high}, of {of, number}",
  "rest.from": "from {least, number} on",
  "rest.same": "everybody said the same",
  "returned.nothing": "These looks have found nothing bad yet.",
  "returned.about":
    "These looks prevented about {worth} for each 1 spent ({found, plural, one {one error found} other {# errors found}}).",

  asTable: "{title}, as a table",
  "empty.times": "No decision was timed in this window.",
  "empty.minutes": "No test was decided in this window. An admin turns tests on under People.",
  "empty.hours": "No test was decided in this window.",
  "empty.reading": "No decision was timed in this window.",
  "empty.agreement": "Nobody has given a second opinion in this window. An admin turns them on under People.",
  "empty.reasons": "Nobody rejected anything in this window.",
  "empty.audits": "Nothing in this window.",
  "empty.drift": "One half of the window is empty: there is nothing to compare.",
  "empty.delivery": "No answer of a person was released in this window.",
  "empty.found": "Nobody decided anything in this window.",
  "found.costIn": "Cost, {currency}",
  "found.perBadIn": "Cost per bad found, {currency}",
  "times.marks": "Blue line: median. Band: the middle half. Grey line: predicted.",
  "times.says": "{median}, ~{predicted}",
  "shares.marks": "Blue line: the share. Band: its 95 % interval.",
  "shares.line": "{name}: {share}",

  calibration: "Calibration",
  "calibration.note": "declared confidence against what was right",
  "calibration.empty": "No agent’s confidence was measured yet",
  "calibration.empty.says": "Once people have decided on proposals that declare one, this shows what those figures were worth.",
  "calibration.unknown": "confidence unknown",
  "calibration.labelled": "{labelled, number} labelled",
  "basis.unknown":
    "{right, number} of {labelled, number} were right. Under {from, number} labelled items nothing is made of its figures: only what it declares is compared with the floor.",
  "basis.base_rate":
    "{right, number} of {labelled, number} were right. Its figures are drawn to the kind’s base rate, {baseRate}: {way} of the way. From {from, number} labelled items on its own record replaces them.",
  "basis.fit":
    "{right, number} of {labelled, number} were right. Its figures are replaced by what its record shows (the stepped line), and that is compared with the floor.",
  "score.brier": "Brier score",
  "score.brier.says": "mean squared distance of declared and actual: 0 is best",
  "score.reliability": "Reliability",
  "score.reliability.says": "how far declared and actual shares lie apart: 0 is best",
  "score.resolution": "Resolution",
  "score.resolution.says": "how well its figures tell right from wrong: more is better",
  "score.uncertainty": "Uncertainty",
  "score.uncertainty.says": "what the base rate alone leaves open",
  "score.withinBins": "Within bins",
  "score.withinBins.says": "what grouping into ten leaves over",
  "score.ece": "Calibration error",
  "score.ece.says": "mean distance of the dots from the diagonal, weighted by items (ECE)",
  "score.sum": "Brier = reliability − resolution + uncertainty + within bins.",
  "diagram.label": "Share right against declared confidence of {agent}, {kind}. The table below holds the figures.",
  "diagram.declared": "declared confidence →",
  "diagram.right": "share that was right ↑",
  "bins.declared": "Declared",
  "bins.items": "Items",
  "bins.right": "Right",
  "bins.interval": "95 %",
  "bins.range": "{from, number, ::.0} to {to, number, ::.0}",
  "bins.rangeAndMean": "{from, number, ::.0} to {to, number, ::.0}<quiet>, mean {mean, number, ::.00}</quiet>",
  "bins.between": "{low} to {high}",

  "suggests.weighed":
    "{checked, number} checked, {bad, number} bad, {sensitivity, select, measured {people catch at least {low, number}\u00A0% of tests ({caught, number} of the last {shown, number})} withheld {how surely people catch errors is measured} too_few {people are assumed to catch {low, number}\u00A0% ({shown, number} of the {tests, number} tests it takes to measure)} other {people are assumed to catch {low, number}\u00A0% (tests are off)}}, {agreement, select, measured {α is {alpha, number, ::.00} on {pairs, number} second opinions} rare {on {pairs, number} second opinions both gave the rarer answer in {shared, number} of {given, number}} withheld {agreement is measured} unanimous {on {pairs, number} second opinions nobody disagreed} too_few {agreement is not measured ({pairs, number} of the {opinions, number} second opinions it takes)} other {agreement is not measured (second opinions are off)}}{goes, select, up { → bad rate under {target, number}\u00A0% whenever you look} other {}}.",
  "suggests.down":
    "{checked, number} checked, {bad, number} bad: more than {target, number}\u00A0% are bad. People should look again.",
  "suggests.blocked":
    "{checked, number} checked, {bad, number} bad: {lots, number} lots of audits failed where people look as the policy says, so nothing more of it is taken. Find out why, then let it go on.",
} as const;
