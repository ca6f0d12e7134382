/** What two people decided differently without knowing of each other. */
export const disagreements = {
  title: "Cases we disagreed on",
  says: "Blind double reviews of the last {days, number} days in which two people said different things. Nobody is named: what they go by is what to mend.",
  empty: "No case yet",
  "empty.says": "Here stands what two people decided differently without knowing of each other, once it is settled.",
  first: "First",
  second: "Second",
  third: "Third",
  outcome: "Outcome",
  "decided.fine": "{why, select, none {approved} code {approved: {code}} other {approved: {code}, “{text}”}}",
  "decided.wrong": "{why, select, none {rejected} code {rejected: {code}} other {rejected: {code}, “{text}”}}",
  "would.fine": "{why, select, none {would approve} code {would approve: {code}} other {would approve: {code}, “{text}”}}",
  "would.wrong": "{why, select, none {would reject} code {would reject: {code}} other {would reject: {code}, “{text}”}}",
  "outcome.unsettled": "unsettled: there was no third person, so the first decision keeps its label",
  "outcome.stands": "the first decision stands",
  "outcome.approvalFell": "the approval fell: it should not have run",
  "outcome.rejectionFell": "the rejection fell: counted as the reviewer’s error",
} as const;
