import { notFound } from "next/navigation";
import type { ReactNode } from "react";

import { buttonClass } from "../../components/ui/button-class";
import { ErrorState } from "../../components/ui/error-state";
import { Link } from "../../components/ui/link";
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
    if (isUnavailable(error)) return <Refusal {...UNREADABLE} href={address} label="Try again" />;
    if (!isAppError(error)) throw error;
    if (error.code === "not_found") notFound();
    return <Refusal {...facesOf(error, address)} />;
  }
}

interface RefusalProps {
  readonly title: string;
  readonly says: string;
  readonly href: string;
  readonly label: string;
}

const UNREADABLE = {
  title: "The database cannot be read now",
  says: "Nothing is lost: what was recorded stays recorded. Try again in a moment.",
};

function facesOf(error: AppError, address: string): RefusalProps {
  const says = asSentence(error.detail);
  if (error.code === "forbidden") return { title: "This is not for your role", says, href: "/queue", label: "Go to the queue" };
  if (error.code === "invalid_cursor") {
    return {
      title: "This page of the list has moved",
      says: "The link belongs to other filters, or to an earlier sign-in.",
      href: address,
      label: "Start at the newest",
    };
  }
  return { title: "This cannot be shown", says, href: address, label: "Start again" };
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
