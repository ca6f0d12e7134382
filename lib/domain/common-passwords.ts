/**
 * Passwords that every attacker tries first (ASVS 6.2.4), lower case. A short list on purpose: the stems below, under their usual disguises,
 * stand for thousands more.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set([
  "correct horse battery staple",
  ...`
    00000000 0987654321 11111111 11223344 1122334455 112233445566 123123123 123321123 12341234 12344321 12345678 123456789
    1234567890 1234qwer 123qweasd 123qweasdzxc 147258369 147852369 159357258 159753456 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y
    1qaz2wsx 1qazxsw2 789456123 87654321 88888888 987654321 a1234567 a12345678 a123456789 aa123456 abc12345 abc123456
    abcd1234 abcd12345 abcdefgh admin123 admin1234 admin12345 adminadmin administrator administrator1 alexander alexandra
    andrew12 anthony1 apple123 arsenal1 asdf1234 asdfasdf asdfghjk asdfghjkl ashley12 asshole1 autumn12 azerty123 azertyui
    azertyuiop babygirl babygirl1 banana12 barcelona baseball baseball1 basketball batman123 beautiful beautiful1 benjamin
    bigdaddy black123 blessed1 blink182 brother1 bullshit butterfly butterfly1 changeit changeme changeme1 changeme123
    charlie1 cheese12 chelsea1 chocolate chocolate1 christ12 christian christopher computer computer1 contrasena
    contraseña cookie12 correcthorsebatterystaple corvette daddy123 daniel12 december december1 default1 demo1234 diamond1
    dolphins dragon12 dragon123 elephant elizabeth eminem12 facebook facebook1 family12 father12 february ferrari1
    flower12 football football1 forever1 forever21 freedom1 freedom123 friday13 friends1 friendship fuckoff1 fuckyou1
    fuckyou2 ginger12 godisgood goodluck google123 guest123 guest1234 harley12 hello123 hello1234 hellohello helloworld
    hotmail1 hotmail123 hunter12 hunter123 ilovegod iloveu12 iloveyou iloveyou1 iloveyou2 internet internet1 january1
    jennifer jessica1 jesus123 jesuschrist jordan23 joshua12 juventus1 killer12 killer123 letmein1 letmein12 letmein123
    liverpool liverpool1 lol12345 lovelove lovely12 loveme12 loveyou1 manchester master12 master123 matthew1 mercedes
    metallica michael1 michelle midnight mommy123 monday12 monkey12 monkey123 motdepasse mother12 mustang1 nicole12
    nirvana1 november november1 october1 orange12 p@ssw0rd p@ssword pa55w0rd pa55word pass1234 pass12345 passcode passpass
    passw0rd password password! password01 password1 password11 password12 password123 password2 password3 passwort
    passwort1 patricia pepper12 playboy1 pokemon1 pokemon123 porsche1 princess princess1 purple12 q1234567 q123456789
    q1w2e3r4 q1w2e3r4t5 qazwsx123 qazwsxedc qwer1234 qwerty12 qwerty123 qwerty1234 qwertyu1 qwertyui qwertyuiop qwertz123
    qwertzui rainbow1 realmadrid rockyou1 root1234 rootroot samantha samsung1 samsung123 secret12 secret123 secret1234
    september september1 shadow12 shadow123 sister12 slipknot spiderman spring12 spring123 starwars strawberry summer12
    summer123 sunshine sunshine1 superman superman1 sweetheart sweetie1 test1234 test12345 testing1 testing123 testtest
    tiger123 tigger12 toor1234 topsecret trustno1 user1234 victoria welcome1 welcome12 welcome123 welcome2 whatever
    whatever1 winter12 winter123 x4ivygfw yamaha12 yellow12 zaq12wsx zaq1xsw2 zxcvbnm1 zxcvbnm123
  `
    .trim()
    .split(/\s+/),
]);

/** Words that are refused as a password even with digits and signs around them, or with look-alike digits inside. */
export const COMMON_STEMS: ReadonlySet<string> = new Set(
  `
    abc abcd abcde access account admin administrator alex alexander alpha amanda amber america andrea andrew angel angela
    anna anthony apple april arsenal asdf asdfgh asdfghjkl ashley august austin autumn azerty baby babygirl bailey banana
    barcelona baseball basketball batman beautiful benjamin beta biteme blue boston brandon buster butterfly changeit
    changeme charlie charlotte cheese chelsea chicken chocolate christian claire coffee company computer cookie corporate
    correct cowboy dakota dallas daniel david december default demo denver diamond dolphin dragon eagle edward elizabeth
    emma enter facebook family february flower football forever freedom friday friend friends george ginger god google
    guest guitar hannah harley harry hello hockey hotmail hunter iloveyou internet jackson jacob james january jasmine
    jason jennifer jessica jesus john jordan joseph joshua july june justin kevin killer king lakers laptop laura letmein
    linkedin liverpool login lol london love lovely lover maggie manager manchester march maria marina marine martin
    master matrix matthew melissa mercedes merlin michael michelle mickey midnight mike monday money monkey monster morgan
    mother mustang naruto nathan network nicholas nicole nikita november october office oliver orange pass passcode passw
    passwd password passwords passwort patrick peanut pepper phoenix pokemon princess private purple pussy qazwsx qwer
    qwert qwerty qwertyuiop qwertz rachel rainbow ranger raspberry rebecca red richard robert rocky root runner sakura
    samantha samsung sandra saturday scooter secret security september server service sexy shadow silver simple slipknot
    soccer sophie spider spiderman spring star starwars stella steven summer sunday sunflower sunshine super superman
    support sweet sysadmin system taylor teacher temp temporary tennis test tester testing thomas thunder thursday tiger
    tigger tom trustno tuesday turtle unknown user vanessa victor victoria wednesday welcome whatever william willow
    windows winner winter wizard yankees yellow zaq zxcv zxcvbn zxcvbnm
  `
    .trim()
    .split(/\s+/),
);
