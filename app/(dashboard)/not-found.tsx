import { FileQuestion } from "lucide-react";

import { buttonClass } from "../../components/ui/button-class";
import { EmptyState } from "../../components/ui/empty-state";
import { Link } from "../../components/ui/link";

/** For something that is not, or no longer, here: the navigation stays around it. */
export default function DashboardNotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        title="There is nothing here"
        says="What this link names does not exist. It may have been mistyped."
        icon={<FileQuestion className="size-[1.125rem]" strokeWidth={1.75} />}
        action={
          <Link href="/queue" className={buttonClass()}>
            Go to the queue
          </Link>
        }
      />
    </>
  );
}
