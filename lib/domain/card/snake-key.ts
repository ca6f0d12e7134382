import { remembered } from "../remembered";

/** `tenantId` and `tenant-id` as `tenant_id`: every argument is called by one form. */
export const snakeKey: (key: string) => string = remembered((key) =>
  key
    .slice(0, 200)
    .replaceAll(/[-\s.]/gu, "_")
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/gu, "_")
    .toLowerCase(),
);
