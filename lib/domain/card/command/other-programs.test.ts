import { describe, expect, it } from "vitest";
import { predict } from "../budget";
import type { Card } from "../card";
import { cardFacts } from "../facts-for-policy";
import { cardInput } from "../fixtures/card-fixture";
import { headlineText } from "../headline-text";
import { readCard } from "../read-card";

function cardOf(command: string): Card {
  return readCard(cardInput("command", { action: "shell.run", arguments: { command } }));
}

function stateOf(command: string, check: string): string | undefined {
  return cardOf(command).checks.find(({ id }) => id === check)?.state;
}

describe("a flag with which a program runs another one", () => {
  it.each([
    "git --git-dir=/tmp/other status",
    "git --exec-path=/tmp/other fetch origin",
    "git --config-env=core.sshCommand=X fetch origin",
    "rsync -n -e /tmp/run a/ host:b",
    "rsync -n --rsync-path='sh -c x' a/ host:b",
    "kubectl get pods --kubeconfig /tmp/k",
    "kubectl get pods --kubeconfig=/tmp/k",
    "helm upgrade api ./chart --post-renderer ./run.sh",
    "pip list --python /tmp/run",
    "npm ls --script-shell=/tmp/run",
    "git branch -u origin/main",
    "git checkout -B main old",
    "git switch -C main old",
    "git switch --force-cr main old",
    "git checkout --forc main",
  ])("is known to nobody: %s", (command) => {
    const card = cardOf(command);
    expect(card.openQuestions).toBe(2);
    expect(predict({ card, treatment: "review", device: "keyboard" }).lane).toBe("deep");
    expect(card.checks.some(({ id, state }) => id === "force" && state === "passed")).toBe(false);
  });

  it.each([
    "git -C /srv/shop status",
    "git --no-pager log --oneline",
    "rsync -n -e 'ssh -p 2222' a/ host:b",
    "npm ls --depth 0",
    "npm audit --audit-level=high",
    "kubectl get pods --context prod-eu",
    "git branch -vv",
    "git checkout -b topic",
  ])("is none of these: %s", (command) => {
    expect(cardOf(command).openQuestions).toBe(1);
  });
});

describe("what a program does, by flags that are spelled or meant otherwise", () => {
  it.each([
    ["terraform apply --destroy", "Destroy everything managed here (production)"],
    ["terraform apply -replace=aws_db_instance.main", "Replace aws_db_instance.main (production)"],
    ["terraform apply -replace aws_db_instance.main", "Replace aws_db_instance.main (production)"],
    ["terraform destroy --target=aws_instance.web", "Destroy aws_instance.web (production)"],
    ["git branch -M topic main", "Rename branch topic to main (production)"],
    ["git branch -m old new", "Rename branch old to new (production)"],
    ["git commit --amend -m x", "Replace the last commit (production)"],
  ])("is said: %s", (command, headline) => {
    expect(headlineText(cardOf(command))).toBe(headline);
  });

  it("is forced where something is put in the place of what is there", () => {
    expect(cardFacts(cardOf("git branch -M topic main")).failedChecks).toEqual(["force", "overwrite"]);
    expect(cardFacts(cardOf("git tag -fa v1 -m x")).failedChecks).toEqual(["force"]);
  });
});

describe("what reaches further than what it names", () => {
  it.each([
    ["gsutil rm 'gs://prod-backups/**'", "wildcard"],
    ["systemctl stop '*'", "wildcard"],
    ["apt remove 'python*'", "wildcard"],
    ["curl -X DELETE 'https://api.example/users/[1-1000]'", "wildcard"],
    ["git push origin 'refs/heads/*:refs/heads/*'", "wildcard"],
    ["scp 'web-1:/srv/*' /backup", "wildcard"],
    ["pkill node", "wildcard"],
    ["kubectl delete namespace billing", "recursive"],
    ["kubectl delete ns/billing", "recursive"],
    ["kubectl delete deploy,ns billing", "recursive"],
    ["docker system prune -a --volumes", "recursive"],
    ["kill -- -1", "recursive"],
    ["kill -TERM -1", "recursive"],
  ])("fails a check: %s", (command, check) => {
    expect(cardFacts(cardOf(command)).failedChecks).toContain(check);
  });

  it.each([
    "kill -1 4711",
    "kill -9 4711",
    "systemctl stop nginx",
    "gsutil rm gs://b/a.txt",
    "curl -d '{\"a\":[1]}' https://x.example",
  ])("is none of these: %s", (command) => {
    const { failedChecks } = cardFacts(cardOf(command));
    expect(failedChecks.filter((id) => id === "wildcard" || id === "recursive")).toEqual([]);
  });
});

describe("what comes from the network", () => {
  it.each([
    "kubectl apply -f https://get.example/x.yaml",
    "helm install x https://get.example/x.tgz",
    "helm install x oci://get.example/x",
    "pip install https://get.example/x.tgz",
    "pip install git+https://get.example/x.git",
    "npm install github:somebody/x",
  ])("fails its check where it is put in place: %s", (command) => {
    expect(stateOf(command, "remote-script")).toBe("failed");
  });

  it("is not known of packages, which run what they please", () => {
    expect(stateOf("npm install left-pad", "remote-script")).toBe("not_run");
  });

  it.each(["kubectl apply -f app.yaml", "curl https://status.example", "npm publish --registry https://npm.example", "npm ls"])(
    "is none of these: %s",
    (command) => {
      expect(stateOf(command, "remote-script")).toBe("passed");
    },
  );
});

describe("a credential in the words", () => {
  it.each([
    ["curl -u admin:correct-horse https://api.example", "-u"],
    ["curl --user=admin:correct-horse https://api.example", "--user"],
    ["curl -H 'Authorization: Bearer correct-horse' https://api.example", "-H"],
    ["curl -b session=correct-horse https://api.example", "-b"],
    ["mysql -pcorrect-horse shop", "-p"],
  ])("is found: %s", (command, flag) => {
    expect(cardOf(command).checks.find(({ id }) => id === "credential")).toMatchObject({ state: "failed", because: flag });
  });

  it.each([
    "curl -u admin https://api.example",
    'curl -H "Authorization: Bearer $TOKEN" https://api.example',
    "curl -H 'Accept: text/plain' https://api.example",
    "mkdir -p/srv/a",
  ])("is none: %s", (command) => {
    expect(stateOf(command, "credential")).toBe("passed");
  });
});

describe("a variable that brings other settings or words", () => {
  it.each([
    "HOME=/tmp/other git status",
    "TAR_OPTIONS=--checkpoint-action=exec=x tar tf a.tgz",
    "https_proxy=http://x ls",
    "npm_config_registry=x npm ls",
  ])("fails its check: %s", (command) => {
    expect(cardFacts(cardOf(command)).failedChecks).toContain("variables");
  });
});

describe("whom a cluster takes it from", () => {
  it.each(["kubectl delete pod x --as=root", "kubectl delete pod x --as root", "kubectl delete pod x --as-group=admins"])(
    "is somebody else: %s",
    (command) => {
      const card = cardOf(command);
      expect(cardFacts(card).failedChecks).toContain("identity");
      expect(card.facts.map(({ label }) => label)).toContain("As");
    },
  );
});
