import { describe, expect, it } from "vitest";
import type { Card } from "../card";
import { predict } from "../budget";
import { cardInput } from "../fixtures/card-fixture";
import { headlineText } from "../headline-text";
import { readCard } from "../read-card";

function cardOf(command: string): Card {
  return readCard(cardInput("command", { action: "shell.run", arguments: { command } }));
}

function overwrite(command: string): string {
  const found = cardOf(command).checks.find(({ id }) => id === "overwrite");
  return [found?.state, found?.because].filter((part) => part !== null && part !== undefined).join(": ");
}

function laneOf(command: string): string {
  return predict({ card: cardOf(command), treatment: "review", device: "keyboard" }).lane;
}

describe("what a group writes", () => {
  it.each([
    ["(cat image.iso) > /dev/sda", "/dev/sda"],
    ["{ cat a; cat b; } > /etc/hosts", "/etc/hosts"],
    ["curl -sSL https://x.example | (cat) > /usr/local/bin/tool", "/usr/local/bin/tool"],
    ["(ls) >> /dev/sda", "/dev/sda"],
  ])("is written over as by one command: %s", (command, what) => {
    const card = cardOf(command);
    expect(overwrite(command)).toBe(`failed: ${what}`);
    expect(card.undo).not.toBe("Nothing to undo: it only looks");
    expect(laneOf(command)).toBe("deep");
  });

  it.each(["(ls) 2>/dev/null", "(ls) >> out.txt"])("is no file that was there: %s", (command) => {
    expect(overwrite(command)).toBe("passed");
  });
});

describe("a value that is joined to its letter", () => {
  it.each([
    ["unzip -o site.zip -dpublic", "public"],
    ["unzip -Psecret site.zip", "."],
    ["unzip -od /srv site.zip", "/srv"],
    ["install -m644 -onginx nginx.conf /etc/nginx/nginx.conf", "/etc/nginx/nginx.conf"],
    ["install -onobody a.conf /etc/a.conf", "/etc/a.conf"],
    ["install -Dm755 tool /usr/local/bin/tool", "/usr/local/bin/tool"],
    ["cp -b -Snew a b", "b"],
    ["mv -bSn a b", "b"],
    ["cp -at /srv a b", "/srv"],
    ["wipefs -a -tntfs /dev/sdb1", "/dev/sdb1"],
    ["rsync -aersync a b", "b"],
    ["tee -a /dev/sda", "/dev/sda"],
  ])("is not read as letters: %s", (command, what) => {
    expect(overwrite(command)).toBe(`failed: ${what}`);
  });

  it.each(["unzip -l site.zip -dpublic", "wipefs -an -tntfs /dev/sdb1", "cp -nSnew a b"])(
    "nor are letters as it: %s",
    (command) => {
      expect(overwrite(command)).toBe("passed");
    },
  );
});

describe("a disk", () => {
  it.each([
    ["cat image.iso >> /dev/sda", "/dev/sda"],
    ["date | tee -a /dev/sda", "/dev/sda"],
    ["tar -rf /dev/sda x", "/dev/sda"],
    ["cp image.iso //dev/sda", "//dev/sda"],
    ["cp image.iso /dev/shm/../sda", "/dev/shm/../sda"],
    ["scp image.iso root@db-1:/dev/sda", "root@db-1:/dev/sda"],
  ])("is written over and gone for good, whatever it is called: %s", (command, what) => {
    expect(overwrite(command)).toBe(`failed: ${what}`);
    expect(cardOf(command).undo).toBe(`Can’t be undone: what is on ${what} is gone for good`);
    expect(laneOf(command)).toBe("deep");
  });

  it.each(["aws s3 cp a s3://dev/sda", "cp a /dev/./shm/b", "cp a dev/sda"])("is not what %s writes", (command) => {
    expect(cardOf(command).undo).toBe("No way back is known for this command");
  });
});

describe("a command of which it is not sure what its words are", () => {
  it.each([
    "gsutil -m cp -r dist site gs://acme",
    "aws s3 sync --page-size 100 ./dist s3://acme --delete",
    "aws s3 cp --metadata-directive REPLACE a b",
    "rclone sync --stats 1s dist remote:acme",
    "rclone delete --stats 1s remote:acme",
    "aws s3 rm --page-size 100 s3://acme/x",
    "install -n a b",
    "mv --target=/srv a b",
    "wipefs --al /dev/sdb",
    "find -files0-from list -delete",
    "pnpm audit --fix",
    "yarn audit --fix",
    "git reset --har HEAD~3",
    "git push --mirr origin",
    "git push --del origin main",
    "git push -uf origin main",
    "git clone -u ./evil host:repo",
    "git log --outp=x",
    "git branch --del main",
    "curl -X GET -X DELETE https://api.example/users/4",
    "curl --upload-fil a https://up.example/a",
    "curl --hsts cache.txt https://x.example",
    "curl -E cert.pem https://x.example",
    "wget --warc-file=a -qO- https://x.example",
    "rclone tree -o out.txt remote:acme",
    "rclone tree --output=out.txt remote:acme",
    "date 010100002020",
    "ln --forc -s /opt/v2 current",
    "scp -o ProxyCommand=./run a db-1:a",
  ])("was not looked at: %s", (command) => {
    expect(overwrite(command)).toBe(`not_run: not known what is written by ${command.split(" ")[0] ?? ""}`);
    expect(laneOf(command)).toBe("deep");
  });

  it.each([
    ["curl -X PATCH https://api.example/users/4", "curl"],
    ["KUBECTL_EXTERNAL_DIFF=./run kubectl diff -f app.yaml", "kubectl"],
  ])("or of which it is sure, but not of what they write: %s", (command, program) => {
    expect(overwrite(command)).toBe(`not_run: not known what is written by ${program}`);
  });

  it.each([
    ["gsutil rm -a gs://acme/x", "Delete gs://acme/x (production)"],
    ["aws s3 rm s3://acme/x --recursive --dryrun", "Look at s3://acme/x (production)"],
    ["rclone sync dist remote:acme --dry-run=false", "Sync dist to remote:acme and delete the rest there (production)"],
    ["rsync -a --remove-sent-files a b", "Copy a to b and delete the source (production)"],
    ["find -H . -delete", "Delete what is found in . (production)"],
    ["find -name x -delete", "Delete what is found in . (production)"],
    ["find a b -delete", "Delete what is found in a, b (production)"],
    ["unzip -od /srv site.zip", "Unpack site.zip into /srv (production)"],
    ["git branch --delete old", "Delete branch old (production)"],
    ["mv -bS .bak a b", "Move a to b (production)"],
    ["git push --dry-run origin main", "Try pushing main to origin (production)"],
    ["git push -n --delete origin old", "Try pushing old to origin (production)"],
  ])("says what it does where it is sure: %s", (command, headline) => {
    expect(headlineText(cardOf(command))).toBe(headline);
  });
});

describe("what is put somewhere", () => {
  it.each([
    ["curl -T a.txt https://up.example/a.txt", "https://up.example/a.txt"],
    ["curl -X PUT -d a=1 https://api.example/users/4", "https://api.example/users/4"],
    ["wget --method=PUT --body-file=a https://up.example/a", "https://up.example/a"],
    ["curl --no-clobber -o a -D headers.txt https://x.example", "headers.txt"],
    ["ln -sft /srv a", "/srv"],
  ])("takes the place of what is there: %s", (command, what) => {
    expect(overwrite(command)).toBe(`failed: ${what}`);
  });

  it.each([
    "curl -X POST -d a=1 https://api.example/users",
    "curl --silent --fail --max-time 5 https://x.example",
    "date -d yesterday +%F",
    "git reset --soft HEAD~1",
    "git push -u origin main",
    "npm audit",
  ])("is not what %s does", (command) => {
    expect(overwrite(command)).toBe("passed");
  });
});

describe("a session that runs a command on this side", () => {
  it.each([
    "ssh -o ProxyCommand=./run web-1 uptime",
    "ssh -oLocalCommand=./run web-1 uptime",
    "ssh -tto ProxyCommand=./run web-1 ls",
  ])("is not called read: %s", (command) => {
    expect(cardOf(command).fullyReadable).toBe(false);
    expect(overwrite(command)).toBe("not_run: the command can’t be read");
  });
});

describe("what nobody could read", () => {
  const checksOf = (command: string): string[] =>
    cardOf(command).checks.map(({ id, state, because }) => [id, state, ...(because === null ? [] : [because])].join(" "));
  const ABOUT_REACH = ["force", "recursive", "wide-path"];

  it.each([
    ["frobnicate deploy web", "frobnicate"],
    ["kubectl get pods && frobnicate --now && other", "frobnicate, other"],
    ["GIT_SSH_COMMAND=./x git push origin main", "git"],
    ["rm $(cat list)", "rm"],
  ])("is said to be neither unforced nor narrow: %s", (command, programs) => {
    expect(checksOf(command)).toContain(`reach not_run not known what is done by ${programs}`);
    for (const id of ABOUT_REACH) expect(checksOf(command)).not.toContain(`${id} passed`);
  });

  it("still fails by what was found in the rest of it", () => {
    expect(checksOf("rm -rf build && frobnicate")).toEqual(
      expect.arrayContaining(["force failed rm", "recursive failed build", "reach not_run not known what is done by frobnicate"]),
    );
  });

  it("has no check passed by words that could not be taken apart", () => {
    const checks = checksOf("echo 'never closed");
    expect(checks.filter((check) => check.includes(" passed"))).toEqual([]);
    expect(checks).toEqual(
      expect.arrayContaining(["reach not_run the command can’t be read", "words not_run the command can’t be read"]),
    );
  });

  it("is nothing of a command that was read", () => {
    expect(checksOf("kubectl get pods")).toEqual(expect.arrayContaining(ABOUT_REACH.map((id) => `${id} passed`)));
  });
});
