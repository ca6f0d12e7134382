import { account } from "./account";
import { shell } from "./shell";
import { signIn } from "./sign-in";
import { ui } from "./ui";

/** The texts of the screens in English, the source of every other language: a file an area, ICU MessageFormat by key. */
export const en = { account, shell, signIn, ui } as const;
