/** What takes characters; a radio button or a checkbox takes none, but keeps Space for itself as a button does. */
const TYPED_IN =
  "input:not([type='radio']):not([type='checkbox']), textarea, select, [contenteditable]:not([contenteditable='false'])";

/** Where the focus is, for the rule that shortcuts are off in fields and dialogs. */
export function within(target: EventTarget | null): "page" | "field" | "dialog" | "button" {
  if (!(target instanceof Element)) return "page";
  if (target.closest(TYPED_IN) !== null) return "field";
  if (target.closest("[role='dialog'], [role='menu'], [role='listbox'], [role='alertdialog']") !== null) return "dialog";
  if (document.querySelector("[role='dialog'][data-state='open']") !== null) return "dialog";
  return target.closest("button, input, a[href], summary, [role='button']") === null ? "page" : "button";
}
