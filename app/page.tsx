import { redirect } from "next/navigation";

/** The queue is the first thing there is. */
export default function HomePage(): never {
  redirect("/queue");
}
