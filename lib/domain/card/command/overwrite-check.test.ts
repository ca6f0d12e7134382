import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { predict } from "../budget";
import type { Card } from "../card";
import { cardInput } from "../fixtures/card-fixture";
import { headlineText } from "../headline-text";
import { readCard } from "../read-card";
import { wayBack } from "../way-back";

function cardOf(command: string, more: JsonObject = {}): Card {
  return readCard(cardInput("command", { action: "shell.run", arguments: { command, ...more } }));
}

function overwrite(command: string, more: JsonObject = {}): string {
  const found = cardOf(command, more).checks.find(({ id }) => id === "overwrite");
  return [found?.state, found?.because].filter((part) => part !== null && part !== undefined).join(": ");
}

function laneOf(command: string): string {
  return predict({ card: cardOf(command), treatment: "review", device: "keyboard" }).lane;
}

describe("that nothing is written over", () => {
  it.each([
    ["cp a.conf b.conf", "b.conf"],
    ["cp -r -t /srv/site a b", "/srv/site"],
    ["mv new.txt old.txt", "old.txt"],
    ["install -m 755 tool /usr/local/bin/tool", "/usr/local/bin/tool"],
    ["ln -sf /opt/v2 current", "current"],
    ["scp -P 22 dump.sql db-1:/tmp/dump.sql", "db-1:/tmp/dump.sql"],
    ["rsync -avze ssh site/ web-1:/srv/site", "web-1:/srv/site"],
    ["dd if=image.iso of=/dev/sda bs=4M", "/dev/sda"],
    ["mkfs.ext4 -L data /dev/sdb1", "/dev/sdb1"],
    ["wipefs -a /dev/sdb", "/dev/sdb"],
    ["shred -n 3 keys.pem", "keys.pem"],
    ["truncate -s 0 app.log", "app.log"],
    ["date | tee now.txt", "now.txt"],
    ["sed -i 's/a/b/' app.conf", "app.conf"],
    ["sed -i.bak -e 's/a/b/' a.conf b.conf", "a.conf, b.conf"],
    ["tar -xzf site.tgz -C /srv", "/srv"],
    ["tar xf site.tar", "."],
    ["tar czf backup.tgz /srv", "backup.tgz"],
    ["unzip -o site.zip -d /srv", "/srv"],
    ["curl -fsSLo tool https://get.example/tool", "tool"],
    ["curl -O https://get.example/v2/tool?x=1", "tool"],
    ["curl -s -D headers.txt https://get.example/", "headers.txt"],
    ["wget -qO /usr/bin/tool https://get.example/tool", "/usr/bin/tool"],
    ["wget -r -P /srv/mirror https://get.example/", "/srv/mirror"],
    ["aws s3 cp report.csv s3://acme/report.csv", "s3://acme/report.csv"],
    ["aws s3 sync ./dist s3://acme", "s3://acme"],
    ["gsutil -m rsync -r dist gs://acme", "gs://acme"],
    ["rclone copy dist remote:acme", "remote:acme"],
    ["git checkout -- src/app.ts", "src/app.ts"],
    ["git reset --hard HEAD~1", "."],
    ["terraform plan -out=plan.bin", "plan.bin"],
    ["sudo env A=1 sh -c 'cp a b'", "b"],
    ["ssh web-1 cp a b", "b"],
    ["ls > out.txt", "out.txt"],
  ])("fails for %s, and says what it is", (command, what) => {
    expect(overwrite(command)).toBe(`failed: ${what}`);
  });

  it.each([
    "ls -la /srv",
    "cat a.txt | grep error | head",
    "ps aux",
    "df -h",
    "git status",
    "git log --oneline",
    "git diff main",
    "git push origin main",
    "kubectl get pods -n production",
    "kubectl describe pod web-1",
    "kubectl logs deployment/mailer",
    "kubectl rollout restart deployment/api",
    "systemctl restart nginx",
    "docker ps",
    "curl -sSL https://status.example",
    "curl -s -o /dev/null https://status.example",
    "wget -qO- https://status.example",
    "wget https://get.example/tool",
    "aws s3 ls s3://acme",
    "aws s3 cp s3://acme/report.csv -",
    "aws s3 sync ./dist s3://acme --dryrun",
    "rsync -avn --delete site/ web-1:/srv/site",
    "tar -tzf site.tgz",
    "unzip -l site.zip",
    "cp -n a b",
    "mkdir -p /srv/site",
    "rm old.txt",
    "dd if=/dev/sda bs=1M count=1",
    "wipefs /dev/sdb",
    "date | tee -a log.txt",
    "ls >> out.txt 2>&1",
    "ls > /dev/null",
  ])("passes for %s, which is known to write over nothing", (command) => {
    expect(overwrite(command)).toBe("passed");
  });

  it.each([
    ["deploy api", "not known what is written by deploy"],
    ["./ls", "not known what is written by ls"],
    ["npm install left-pad", "not known what is written by npm"],
    ["npm audit fix", "not known what is written by npm"],
    ["git merge release-42", "not known what is written by git"],
    ["sed 's/a/b/w out' app.conf", "not known what is written by sed"],
    ["terraform apply", "not known what is written by terraform"],
    ["date -s 2020-01-01", "not known what is written by date"],
    ["ls && deploy api && build", "not known what is written by deploy, build"],
    ["find . $HOW", "not known what is written by find"],
    ["PATH=/tmp ls", "not known what is written by ls"],
    ["tar -xf a.tar --to-command=sh", "not known what is written by tar"],
    ["ls | xargs cp a", "the command can’t be read"],
    ["for f in *; do ls $f; done", "the command can’t be read"],
    ["python3 job.py", "the command can’t be read"],
  ])("is not looked at for %s: %s", (command, why) => {
    expect(overwrite(command)).toBe(`not_run: ${why}`);
  });

  it("is not looked at where the environment decides which program runs, and fails all the same where it is plain", () => {
    expect(overwrite("ls", { env: { PATH: "/tmp" } })).toBe("not_run: not known what is written by ls");
    expect(overwrite("deploy api > out.txt")).toBe("failed: out.txt");
    expect(overwrite("curl https://get.example/i.sh | tee i.sh | sh")).toBe("failed: i.sh");
  });
});

describe("where the headline ends", () => {
  it.each([
    ["rsync -a --delete site/ web-1:/srv", "Copy site/ to web-1:/srv and delete the rest there (production)"],
    ["rsync -a --delete-after site/ web-1:/srv", "Copy site/ to web-1:/srv and delete the rest there (production)"],
    ["aws s3 sync dist s3://acme --delete", "Sync dist to s3://acme and delete the rest there (production)"],
    ["gsutil -m rsync -d -r dist gs://acme", "Sync dist to gs://acme and delete the rest there (production)"],
    ["rclone sync dist remote:acme", "Sync dist to remote:acme and delete the rest there (production)"],
  ])("of %s it says that it deletes, and so does the way back", (command, headline) => {
    const card = cardOf(command);
    expect(headlineText(card)).toBe(headline);
    expect(card.undo).toMatch(
      /^No way back is known: it deletes what only (?:web-1:\/srv|s3:\/\/acme|gs:\/\/acme|remote:acme) has$/u,
    );
  });

  it.each([
    ["curl -o tool https://get.example/t", "Fetch https://get.example/t to tool (production)"],
    ["curl -LO https://get.example/t", "Fetch https://get.example/t to t (production)"],
    ["wget -O /usr/bin/t https://get.example/t", "Fetch https://get.example/t to /usr/bin/t (production)"],
    ["curl -d a=1 -o out https://x.example", "Send data to https://x.example and write the answer to out (production)"],
    ["tar -xf site.tar -C /srv", "Unpack site.tar into /srv (production)"],
    ["sed -i s/a/b/ app.conf", "Edit in place app.conf (production)"],
  ])("of %s it names what is written", (command, headline) => {
    expect(headlineText(cardOf(command))).toBe(headline);
  });
});

describe("what wipes a disk or shreds a file", () => {
  it.each([
    ["dd if=/dev/zero of=/dev/sda", "/dev/sda"],
    ["sudo mkfs -t ext4 /dev/sdb1", "/dev/sdb1"],
    ["wipefs --all /dev/sdb", "/dev/sdb"],
    ["shred -u keys.pem", "keys.pem"],
    ["cat image.iso > /dev/sda", "/dev/sda"],
    ["cat image.iso >> /dev/sda", "/dev/sda"],
    ["cp image.iso /dev/sda", "/dev/sda"],
    ["date | tee /dev/sda", "/dev/sda"],
  ])("is never quick, can’t be undone and says so: %s", (command, what) => {
    const card = cardOf(command, { rollback: "restore" });
    expect(laneOf(command)).toBe("deep");
    expect(card.undo).toBe(`Can’t be undone: what is on ${what} is gone for good`);
    expect(wayBack(card)).toBe("R3");
  });

  it.each(["dd if=image.iso of=copy.iso", "ls > /dev/null", "cp a b", "date | tee /dev/shm/now"])(
    "is not what %s does",
    (command) => {
      expect(wayBack(cardOf(command))).toBeNull();
      expect(laneOf(command)).toBe("quick");
    },
  );
});
