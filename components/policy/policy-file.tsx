"use client";

import { Download, Upload } from "lucide-react";
import { useRef, useState } from "react";

import { Button } from "../ui/button";
import { saveFile } from "../ui/save-file";
import { useWords } from "../words/words-provider";

/** What the server takes at most. */
const BYTES_MAX = 4_000_000;

export interface PolicyFileProps {
  readonly text: string;
  /** What the file is called: `policy-v14.json`. */
  readonly name: string;
  readonly editable: boolean;
  /** A file was read: its text becomes the draft, and is checked. */
  readonly onText: (text: string) => void;
}

/** The document as a file, down and up. What comes up is a draft: nothing of it is in force. */
export function PolicyFile({ text, name, editable, onText }: PolicyFileProps) {
  const t = useWords("policy");
  const input = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const read = async (file: File): Promise<void> => {
    if (file.size > BYTES_MAX) {
      setFailure(t("file.tooLarge"));
      return;
    }
    const bytes = await file.arrayBuffer();
    try {
      onText(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
      setFailure(null);
    } catch {
      setFailure(t("file.noText"));
    }
  };
  return (
    <>
      <p role="alert" className="self-center text-note font-medium text-removed empty:hidden">
        {failure}
      </p>
      <Button
        size="small"
        onClick={() => {
          saveFile(text, name, "application/json");
        }}
      >
        <Download aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
        {t("file.down")}
      </Button>
      {editable && (
        <>
          <Button size="small" onClick={() => input.current?.click()}>
            <Upload aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
            {t("file.up")}
          </Button>
          <input
            ref={input}
            type="file"
            accept="application/json,.json"
            aria-label={t("file.label")}
            tabIndex={-1}
            className="sr-only"
            onChange={(event) => {
              const file = event.target.files?.[0];
              // So that the same file can be chosen again after it was mended.
              event.target.value = "";
              if (file !== undefined) void read(file);
            }}
          />
        </>
      )}
    </>
  );
}
