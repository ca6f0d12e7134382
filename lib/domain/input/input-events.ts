import type { Asks, InputState, ShownCard } from "./input-state";
import type { CommandName } from "./key-map";

export type InputEvent =
  | { readonly type: "shown"; readonly card: ShownCard | null }
  | { readonly type: "painted"; readonly card: string; readonly at: number }
  | { readonly type: "asks"; readonly asks: Asks; readonly choices: number }
  | { readonly type: "attention"; readonly at: number }
  | { readonly type: "inattention" }
  | {
      readonly type: "keydown";
      readonly key: string;
      readonly at: number;
      readonly repeat: boolean;
      readonly composing: boolean;
      /** False for events a script made up. */
      readonly trusted: boolean;
      /** Ctrl, Meta or Alt is down. */
      readonly modified: boolean;
      /** Of those Ctrl alone is down, or Cmd on a Mac: what chords are made with. */
      readonly chord?: boolean;
      readonly shift: boolean;
      /** Where the focus is: shortcuts are off in fields and dialogs, and a focused button keeps Enter and Space. */
      readonly within: "page" | "field" | "dialog" | "button";
    }
  | { readonly type: "keyup"; readonly key: string; readonly at: number }
  /** The pointer went down on a button that is held; `lift` when it came up there, or, not `meant`, slid off or was taken away. */
  | { readonly type: "press"; readonly at: number; readonly trusted: boolean }
  | { readonly type: "lift"; readonly at: number; readonly meant?: boolean }
  /** The pointer went down anywhere on the page; null once its click is over, or will never come. */
  | { readonly type: "pointer"; readonly at: number | null }
  /** One of two presses of the approve button, by those who cannot hold. */
  | { readonly type: "pressed"; readonly at: number; readonly trusted: boolean }
  /** A decision that was chosen by its name in the palette, which stood open since `openedAt`. */
  | {
      readonly type: "chosen";
      readonly decision: "approve" | "reject";
      readonly at: number;
      readonly openedAt: number;
      readonly trusted: boolean;
    }
  /** A card that was pushed aside with a finger, from `startedAt` until it was let go: see {@link import("./swipe").swipeOf}. */
  | {
      readonly type: "swiped";
      readonly decision: "approve" | "reject";
      readonly at: number;
      readonly startedAt: number;
      readonly trusted: boolean;
    }
  | { readonly type: "tick"; readonly at: number };

/** A command that decides nothing. */
export type Command = Exclude<CommandName, "approve" | "reject" | "pick">;

/** What the screen is asked to do. `card` and `version` are those that were painted: a decision carries them. */
export type Intent =
  | {
      readonly type: "decide";
      readonly decision: "approve" | "reject";
      readonly act: "key" | "hold" | "alternative";
      readonly card: string;
      readonly version: number;
      /** The reason that was picked first, by its place; absent where none was asked. */
      readonly choice?: number;
    }
  /** Opens what the treatment asks for before an approval: a decisive match, or the meaning in words. */
  | { readonly type: "open_approval"; readonly card: string; readonly version: number }
  /** Opens the reasons: this card is rejected with one of them. */
  | { readonly type: "open_rejection"; readonly card: string; readonly version: number }
  /** A choice that decides nothing by itself: the reason of an earlier rejection, or a value of the match. */
  | { readonly type: "pick"; readonly choice: number }
  | { readonly type: "command"; readonly command: Command };

export interface Reduced {
  readonly state: InputState;
  readonly intent: Intent | null;
}
