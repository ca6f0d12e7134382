"use client";

import { Download, Upload } from "lucide-react";
import { useRef, useState } from "react";

import { Button } from "../ui/button";

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
  const input = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const read = async (file: File): Promise<void> => {
    if (file.size > BYTES_MAX) {
      setFailure("That file is larger than 4 MB: no policy is.");
      return;
    }
    const bytes = await file.arrayBuffer();
    try {
      onText(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
      setFailure(null);
    } catch {
      setFailure("That file is no text in UTF-8: export it again.");
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
          download(text, name);
        }}
      >
        <Download aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
        Download
      </Button>
      {editable && (
        <>
          <Button size="small" onClick={() => input.current?.click()}>
            <Upload aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
            Upload as a draft
          </Button>
          <input
            ref={input}
            type="file"
            accept="application/json,.json"
            aria-label="Policy file"
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

function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
