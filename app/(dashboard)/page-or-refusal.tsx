import { notFound } from "next/navigation";
import type { ReactNode } from "react";

import { buttonClass } from "../../components/ui/button-class";
import { ErrorState } from "../../components/ui/error-state";
import { Link } from "../../components/ui/link";
import type { Words } from "../../components/words/make-words";
import { words } from "../../components/words/words";
import { asSentence } from "../../lib/contract/action-result";
import type { AppError } from "../../lib/services/app-error";
import { isAppError } from "../../lib/services/app-error";
import { isUnavailable } from "./answer-action";

/**
 * The page, or in its place why it is not shown, in words: an error page of the framework would know nothing but a number. What does not
 * exist is the not-found page; what was not foreseen is thrown. `address` is where trying again leads.
 */
export async function pageOrRefusal(address: string, read: () => Promise<ReactNode>): Promise<ReactNode> {
  try {
    return await read();
  } catch (error) {
    const t = await words("shell");
    if (isUnavailable(error)) {
      return <Refusal title={t("refused.unreadable")} says={t("refused.unreadable.says")} href={address} label={t("again")} />;
    }
    if (!isAppError(error)) throw error;
    if (error.code === "not_found") notFound();
    return <Refusal {...facesOf(t, error, address)} />;
  }
}

interface RefusalProps {
  readonly title: string;
  readonly says: string;
  readonly href: string;
  readonly label: string;
}

function facesOf(t: Words<"shell">, error: AppError, address: string): RefusalProps {
  const says = asSentence(error.detail);
  if (error.code === "forbidden") return { title: t("refused.role"), says, href: "/queue", label: t("toQueue") };
  if (error.code === "invalid_cursor") {
    return {
      title: t("refused.moved"),
      says: t("refused.moved.says"),
      href: address,
      label: t("refused.moved.act"),
    };
  }
  return { title: t("refused.other"), says, href: address, label: t("refused.other.act") };
}

function Refusal({ title, says, href, label }: RefusalProps) {
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      <ErrorState
        title={title}
        says={says}
        action={
          <Link href={href} className={buttonClass()}>
            {label}
          </Link>
        }
      />
    </>
  );
}
