import * as agents from "./agent-endpoints";
import type { Endpoint } from "./endpoint";
import * as measure from "./measure-endpoints";
import * as people from "./people-endpoints";
import * as service from "./service-endpoints";
import * as together from "./together-endpoints";

/** Every call of the HTTP API, in the order in which the documents show them. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...Object.values(agents),
  ...Object.values(service),
  ...Object.values(people),
  ...Object.values(together),
  ...Object.values(measure),
];
