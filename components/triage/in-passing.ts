/*
 * What may come over the desk at any moment and goes again, in one piece, as in after-deciding.ts.
 */

export { ConnectionBanner } from "../shell/connection-banner";
export { LeaseEnding } from "./lease-ending";
export { PassingNews } from "./passing-news";
