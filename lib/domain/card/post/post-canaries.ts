import type { Canaries, CanarySource, Mutated, Mutation } from "../../canary/canary";
import { changed, pick, tenTimes, texts } from "../../canary/change";

function inText(
  source: CanarySource,
  write: (text: string) => { readonly text: string; readonly wrong: string } | null,
): Mutated | null {
  const [found] = texts(source, ["text", "body", "content", "message", "status", "caption"]);
  const written = found === undefined ? null : write(found.value);
  return found === undefined || written === null ? null : changed(source, { [found.key]: written.text }, written.wrong);
}

const ENDINGS = ["_private", "_test", "_personal", "_old"] as const;

const wrongAccount: Mutation = {
  name: "wrong_account",
  apply: (source, seed) => {
    const [found] = texts(source, ["account", "handle", "from", "page", "profile"]);
    if (found === undefined) return null;
    const other = `${found.value}${pick(ENDINGS, seed) ?? ENDINGS[0]}`;
    return changed(source, { [found.key]: other }, `the account was ${other}, not ${found.value}`);
  },
};

const embargoed: Mutation = {
  name: "embargoed",
  apply: (source) =>
    inText(source, (text) => ({
      text: `EMBARGOED until 1 March 2031. ${text}`,
      wrong: "the text said that it must not be published before 1 March 2031",
    })),
};

const wrongNumber: Mutation = {
  name: "wrong_number",
  apply: (source) =>
    inText(source, (text) => {
      const number = /(?<![\d.:/-])\d{1,6}(?:\.\d{1,2})?(?![\d.:/-])/u.exec(text)?.[0];
      const more = number === undefined ? null : tenTimes(number);
      if (number === undefined || more === null) return null;
      return { text: text.replace(number, more), wrong: `the figure was ${more}, ten times ${number}` };
    }),
};

const HOSTS = ["staging.acme-preview.net", "localhost:3000", "preview-42.acme-staging.net"] as const;

const stagingLink: Mutation = {
  name: "staging_link",
  apply: (source, seed) =>
    inText(source, (text) => {
      const host = pick(HOSTS, seed) ?? HOSTS[0];
      const link = /https?:\/\/[^/\s]+/u.exec(text)?.[0];
      const put = link === undefined ? `${text.trimEnd()} https://${host}/status` : text.replace(link, `https://${host}`);
      return { text: put, wrong: `the link led to ${host}, where only we can look` };
    }),
};

const mergeField: Mutation = {
  name: "broken_merge_field",
  apply: (source) =>
    inText(source, (text) => ({ text: `${text.trimEnd()} {{signature}}`, wrong: "{{signature}} was never filled in" })),
};

export const POST_CANARIES: Canaries = [wrongAccount, embargoed, wrongNumber, stagingLink, mergeField];
