import { and, eq, sql } from "drizzle-orm";
import type { Reader, Writer } from "../connection";
import { first, rows } from "../transaction";
import { inserting } from "./statements";
import type { Reads, Transaction } from "./store";

type SecondLookReads = Pick<Reads, "draw" | "looks" | "lookDebt" | "looksOwedSince">;
type SecondLookWrites = Pick<Transaction, "draw" | "insertDraw" | "settleDraw" | "insertLook" | "looksAt">;

/** Reads what was drawn for a second look, what was said, and what is still owed. */
export function secondLookReads(reader: Reader): SecondLookReads {
  const { tables, db, prepare, fetch } = reader;
  const { draws } = tables;
  const draw = drawOf(reader);
  const looks = looksOf(reader);
  const capped = db
    .select({ at: draws.at })
    .from(draws)
    .where(and(eq(draws.purpose, sql.placeholder("purpose")), sql`${draws.settledAt} is null`))
    .orderBy(draws.at)
    .limit(sql.placeholder("cap"))
    .as("capped");
  const debt = prepare(
    db
      .select({
        open: sql<number>`count(*)`.mapWith(Number),
        oldestAt: sql<number | null>`min(${capped.at})`.mapWith((at) => (at === null ? null : Number(at))),
      })
      .from(capped),
  );
  const owedSince = prepare(
    db
      .select({ id: draws.proposalId })
      .from(draws)
      .where(
        and(
          eq(draws.purpose, sql.placeholder("purpose")),
          sql`${draws.settledAt} is null`,
          sql`${draws.at} <= ${sql.placeholder("drawnBy")}`,
        ),
      )
      .orderBy(draws.at)
      .limit(sql.placeholder("limit")),
  );
  return {
    draw: async (id) => (await fetch(draw({ id })))[0] ?? null,
    looks: (id) => fetch(looks({ id })),
    lookDebt: async (purpose, cap) => (await fetch(debt({ purpose, cap })))[0] ?? { open: 0, oldestAt: null },
    looksOwedSince: async (purpose, drawnBy, limit) => (await fetch(owedSince({ purpose, drawnBy, limit }))).map(({ id }) => id),
  };
}

/** Writes draws and looks. A draw is made once and settled once. */
export function secondLookWrites(writer: Writer): SecondLookWrites {
  const { tables, db, prepare } = writer;
  const { draws, looks } = tables;
  const draw = drawOf(writer);
  const looksAt = looksOf(writer);
  const insertDraw = inserting(writer, draws);
  const insertLook = inserting(writer, looks);
  const settle = prepare(
    db
      .update(draws)
      .set({ settledAt: sql`${sql.placeholder("at")}`, verdict: sql`${sql.placeholder("verdict")}` })
      .where(and(eq(draws.proposalId, sql.placeholder("id")), sql`${draws.settledAt} is null`))
      .returning({ id: draws.proposalId }),
  );
  return {
    draw: (id) => first(draw({ id })),
    looksAt: (id) => rows(looksAt({ id })),
    *insertDraw(record) {
      yield* rows(insertDraw(record));
    },
    *settleDraw(id, verdict, at) {
      const settled = yield* rows(settle({ id, verdict, at }));
      return settled.length === 1;
    },
    *insertLook(record) {
      yield* rows(insertLook(record));
    },
  };
}

function drawOf({ tables, db, prepare }: Pick<Reader, "tables" | "db" | "prepare">) {
  return prepare(
    db
      .select()
      .from(tables.draws)
      .where(eq(tables.draws.proposalId, sql.placeholder("id"))),
  );
}

function looksOf({ tables, db, prepare }: Pick<Reader, "tables" | "db" | "prepare">) {
  const { looks } = tables;
  return prepare(
    db
      .select()
      .from(looks)
      .where(eq(looks.proposalId, sql.placeholder("id")))
      .orderBy(looks.personId),
  );
}
