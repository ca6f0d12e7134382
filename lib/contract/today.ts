import * as z from "zod";

import { TimeZone } from "./time-zone";

export const TodayQuery = z.strictObject({
  zone: TimeZone.meta({ description: "Whose midnight the day begins at. Default UTC.", example: "Europe/Berlin" }),
});

/** What happened today without anybody having looked first. */
export const Today = z
  .strictObject({
    ranAlone: z.int(),
    /** True where today holds more proposals than are counted: then it is at least so many. */
    more: z.boolean(),
    overdue: z
      .int()
      .meta({ description: "Approvals that their agents have not fetched for a minute or more; counted up to 1,000." }),
  })
  .meta({ id: "Today" });
export type Today = z.infer<typeof Today>;
