import type { Canaries, CanarySource, Mutated, Mutation } from "../../canary/canary";
import { changed, inProduction, misread, texts } from "../../canary/change";

const STATEMENT = ["sql", "query", "statement", "sqltext", "sqlquery", "script"];

function inStatement(
  source: CanarySource,
  write: (sql: string) => { readonly sql: string; readonly wrong: string } | null,
): Mutated | null {
  const [found] = texts(source, STATEMENT);
  const written = found === undefined ? null : write(found.value);
  return found === undefined || written === null ? null : changed(source, { [found.key]: written.sql }, written.wrong);
}

/** One condition of an AND list: a comparison with a literal or a parameter, without brackets around it. */
const TENANT =
  /\s+AND\s+((?:\w+\.)?\w*(?:tenant|account|org|customer|shop|store|user|company|workspace)\w*\s*=\s*(?:'[^']*'|\$?\w+))/iu;
const FIRST_TENANT =
  /(\bWHERE\s+)((?:\w+\.)?\w*(?:tenant|account|org|customer|shop|store|user|company|workspace)\w*\s*=\s*(?:'[^']*'|\$?\w+))\s+AND\s+/iu;
const LAST_AND = /\s+AND\s+((?:\w+\.)?\w+\s*(?:=|<>|<=|>=|<|>)\s*(?:'[^']*'|\$?\w+))\s*;?\s*$/iu;

const missingFilter: Mutation = {
  name: "missing_tenant_filter",
  apply: (source) =>
    inStatement(source, (sql) => {
      const first = FIRST_TENANT.exec(sql);
      if (first?.[2] !== undefined)
        return { sql: sql.replace(first[0], first[1] ?? ""), wrong: `the filter ${first[2]} was missing` };
      const match = TENANT.exec(sql) ?? LAST_AND.exec(sql);
      if (match?.[1] === undefined) return null;
      return { sql: sql.replace(match[0], ""), wrong: `the filter ${match[1]} was missing` };
    }),
};

const precedence: Mutation = {
  name: "or_precedence",
  apply: (source) =>
    inStatement(source, (sql) => {
      const where = sql.search(/\bWHERE\b/iu);
      const and = where === -1 ? -1 : sql.slice(where).search(/\sAND\s/iu);
      if (and === -1 || /\bBETWEEN\b/iu.test(sql)) return null;
      const at = where + and;
      return { sql: `${sql.slice(0, at)} OR ${sql.slice(at + 5)}`, wrong: "an AND had become an OR: it reached far more rows" };
    }),
};

const noFilter: Mutation = {
  name: "no_filter",
  apply: (source) =>
    inStatement(source, (sql) => {
      const match = /^\s*((?:DELETE\s+FROM|UPDATE)\s[^;]*?)\s+WHERE\s[^;]*$/iu.exec(sql);
      if (match?.[1] === undefined || /\bRETURNING\b/iu.test(sql)) return null;
      return { sql: match[1], wrong: "it had no WHERE: every row of the table" };
    }),
};

const cascade: Mutation = {
  name: "cascade",
  apply: (source) =>
    inStatement(source, (sql) => {
      const match = /^\s*(?:DROP\s+TABLE|TRUNCATE)\s[^;]*?(?=\s*;?\s*$)/iu.exec(sql);
      if (match === null || /\bCASCADE\b/iu.test(sql)) return null;
      return { sql: `${match[0].trimEnd()} CASCADE`, wrong: "CASCADE took every table with it that points there" };
    }),
};

const otherDay: Mutation = {
  name: "other_date",
  apply: (source, seed) =>
    inStatement(source, (sql) => {
      const day = /'(\d{4})-(\d{2})-(\d{2})/u.exec(sql);
      if (day?.[0] === undefined) return null;
      const year = String(Number(day[1]) + (seed % 2 === 0 ? 1 : -1));
      return {
        sql: sql.replace(day[0], `'${year}-${day[2] ?? ""}-${day[3] ?? ""}`),
        wrong: `the date was in ${year}, a year off`,
      };
    }),
};

const otherId: Mutation = {
  name: "other_id",
  apply: (source, seed) =>
    inStatement(source, (sql) => {
      const match = /\b(\w*id\s*=\s*)('?)(\d{1,12})\2/iu.exec(sql);
      const other = match?.[3] === undefined ? null : misread(match[3], seed);
      if (match === null || other === null) return null;
      return {
        sql: sql.replace(match[0], `${match[1] ?? ""}${match[2] ?? ""}${other}${match[2] ?? ""}`),
        wrong: `the id was ${other}, not ${match[3] ?? ""}`,
      };
    }),
};

const production: Mutation = { name: "production_for_staging", apply: inProduction };

export const SQL_CANARIES: Canaries = [missingFilter, precedence, production, cascade, otherDay, noFilter, otherId];
