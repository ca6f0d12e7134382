import { expect, test } from "vitest";

import { aContext, aPerson } from "../../../test/context";
import { readPreferences, renameView, saveView } from "./preferences";

test("a view is renamed for whoever keeps it, and for nobody else", async () => {
  const ctx = await aContext();
  const [ada, ben] = [await aPerson(ctx, "reviewer"), await aPerson(ctx, "reviewer")];
  const view = { name: "Oldest", address: "/queue?sort=age" };
  for (const person of [ada, ben]) await saveView(ctx, person, view);
  await renameView(ctx, ada, { from: "Oldest", to: "Longest waiting" });
  expect((await readPreferences(ctx, ada)).views).toEqual([{ ...view, name: "Longest waiting" }]);
  expect((await readPreferences(ctx, ben)).views).toEqual([view]);
});

test("a view that is gone, and a name that another has, are refused and change nothing", async () => {
  const ctx = await aContext();
  const ada = await aPerson(ctx, "reviewer");
  const views = [
    { name: "Oldest", address: "/queue?sort=age" },
    { name: "Mine", address: "/queue?mine=yes" },
  ];
  for (const view of views) await saveView(ctx, ada, view);
  await expect(renameView(ctx, ada, { from: "Forgotten", to: "Anything" })).rejects.toMatchObject({ code: "not_found" });
  await expect(renameView(ctx, ada, { from: "Oldest", to: "Mine" })).rejects.toMatchObject({ code: "invalid_request" });
  expect((await readPreferences(ctx, ada)).views).toEqual(views);
});
