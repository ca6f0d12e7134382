import { peopleEvents } from "../../contract/people-endpoints";
import type { PersonActor } from "../../services/actor";
import type { Context } from "../../services/context";
import { idleMs } from "../../services/settings/session-lifetime";
import type { EventWriter } from "../event-stream";
import { eventStream } from "../event-stream";
import type { Route } from "../route";
import { forPeople } from "../route";

export const peopleEventRoutes: readonly Route[] = [
  forPeople(peopleEvents, ({ parts, request }, actor) => {
    const { ctx, peopleFeed, peopleWaits } = parts;
    if (request.method === "HEAD") {
      return Promise.resolve({ status: 200, headers: { "content-type": "text/event-stream" }, body: null });
    }
    const leave = peopleWaits.enter(actor.personId);
    const answer = eventStream(request.signal, (writer) => {
      writer.onClose(leave);
      closeWithAccess(ctx, actor, writer);
      // Named, because a browser tells its page nothing of a comment: a server that hangs is noticed by what does not come.
      writer.onBeat(() => {
        writer.send({ event: "beat", data: {} });
      });
      writer.onClose(
        peopleFeed.listen(actor, (event) => {
          writer.send({ event: "people", data: event });
        }),
      );
      return Promise.resolve();
    });
    return Promise.resolve(answer);
  }),
];

/**
 * The stream ends with the server, when the person's access changes, and within one heartbeat after the session ran out. The session is
 * looked at once more when the stream listens: it may have been ended since it was let in.
 */
function closeWithAccess(ctx: Context, actor: PersonActor, writer: EventWriter): void {
  writer.onClose(
    ctx.hub.onShutdown(() => {
      writer.close(1000);
    }),
  );
  writer.onClose(
    ctx.hub.onAny((message) => {
      if (message.type === "access" && (message.subject === actor.personId || message.subject === actor.sessionId)) {
        writer.close();
      }
    }),
  );
  const look = (): void => {
    sessionHolds(ctx, actor).then(
      (holds) => {
        if (!holds) writer.close();
      },
      () => {
        writer.close();
      },
    );
  };
  writer.onBeat(look);
  look();
}

/** Looks without counting as use: an open tab must not keep a session alive that nobody uses. */
async function sessionHolds(ctx: Context, actor: PersonActor): Promise<boolean> {
  const found = await ctx.store.read.session(actor.sessionId);
  if (found === null || found.session.revokedAt !== null || found.person.disabledAt !== null) return false;
  const now = ctx.clock();
  return found.session.expiresAt > now && found.session.lastSeenAt + (await idleMs(ctx)) > now;
}
