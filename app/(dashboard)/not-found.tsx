import { FileQuestion } from "../../components/shell/frame-icons";
import { buttonClass } from "../../components/ui/button-class";
import { EmptyState } from "../../components/ui/empty-state";
import { Link } from "../../components/ui/link";
import { words } from "../../components/words/words";

/** For something that is not, or no longer, here: the navigation stays around it. */
export default async function DashboardNotFound() {
  const t = await words("shell");
  return (
    <>
      <h1 className="sr-only">{t("notFound")}</h1>
      <EmptyState
        title={t("notFound.here")}
        says={t("notFound.here.says")}
        icon={<FileQuestion className="size-[1.125rem]" strokeWidth={1.75} />}
        action={
          <Link href="/queue" className={buttonClass()}>
            {t("toQueue")}
          </Link>
        }
      />
    </>
  );
}
