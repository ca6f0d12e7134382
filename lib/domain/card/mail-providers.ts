/** Coined names: whoever wears something like them means to be taken for them. */
const COINED: Readonly<Record<string, string>> = {
  gmail: "com",
  googlemail: "com de co.uk",
  outlook: "com de fr es it at be dk ie pt jp co.uk com.au com.br com.ar",
  hotmail: "com de fr es it be nl dk se no fi ch ca co.uk com.br com.ar com.mx com.tr com.au",
  yahoo:
    "com de fr es it ie nl pl se dk no at ch gr ro ca in co.uk co.jp co.in co.id co.kr co.nz co.za co.th com.br com.mx com.ar com.au com.co com.hk com.my com.pe com.ph com.sg com.tr com.tw com.vn",
  icloud: "com",
  gmx: "de net com at ch fr es eu org us co.uk",
  protonmail: "com ch",
  "t-online": "de",
};
/** Names that are words, or other people’s too: `orange.com` means nobody’s harm, and `mail-room.example` is no `mail.com`. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{
    live: "com de fr it nl be dk se no ca co.uk com.mx com.ar com.au",
    msn: "com",
    me: "com",
    mac: "com",
    aol: "com de fr it es co.uk",
  },
  ...{
    ymail: "com",
    rocketmail: "com",
    mail: "com de ru",
    email: "com de it cz",
    inbox: "ru lv",
    zoho: "com",
    hey: "com",
    fastmail: "com fm",
  },
  ...{
    proton: "me",
    pm: "me",
    tutanota: "com de",
    tuta: "com io",
    posteo: "de net",
    mailbox: "org",
    web: "de",
    freenet: "de",
    arcor: "de",
  },
  ...{
    orange: "fr",
    wanadoo: "fr",
    free: "fr",
    sfr: "fr",
    neuf: "fr",
    laposte: "net",
    bluewin: "ch",
    hispeed: "ch",
    aon: "at",
    chello: "at nl",
  },
  ...{
    libero: "it",
    virgilio: "it",
    tiscali: "it",
    alice: "it",
    telefonica: "net",
    sapo: "pt",
    telenet: "be",
    skynet: "be",
    ziggo: "nl",
  },
  ...{
    comcast: "net",
    verizon: "net",
    att: "net",
    sbcglobal: "net",
    bellsouth: "net",
    cox: "net",
    btinternet: "com",
    virginmedia: "com",
  },
  ...{
    seznam: "cz",
    wp: "pl",
    o2: "pl",
    onet: "pl",
    interia: "pl",
    yandex: "ru com",
    rambler: "ru",
    bk: "ru",
    list: "ru",
    ukr: "net",
  },
  ...{
    qq: "com",
    "163": "com",
    "126": "com",
    sina: "com",
    foxmail: "com",
    naver: "com",
    daum: "net",
    hanmail: "net",
    rediffmail: "com",
  },
  ...{ uol: "com.br", bol: "com.br", terra: "com.br" },
};

const coined = domains(COINED);
const PROVIDERS: ReadonlySet<string> = new Set([...coined, ...domains(PLAIN)]);

/** The domains of providers that are worth imitating: under two parts, lest `outlook.acme.com` look like `outlook.co.uk`. */
export const IMITATED_PROVIDERS: readonly string[] = coined.filter((domain) => domain.split(".").length === 2);

/** True for a domain under which anybody has an address: nobody’s own house, and nobody’s disguise. */
export function isMailProvider(domain: string): boolean {
  return PROVIDERS.has(domain);
}

function domains(names: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(names).flatMap(([name, endings]) => endings.split(" ").map((ending) => `${name}.${ending}`));
}
