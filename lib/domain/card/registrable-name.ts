/** `co.uk`, `com.au`: endings of two parts, under which names are sold. */
const TWO_PARTS = /^(?:co|com|net|org|ac|edu|gov|gob|go|or|ne|ltd|plc)\.[a-z]{2}$/u;
/** Where anybody gets a name of their own under somebody else’s: there the whole name is the owner’s. */
const SHARED =
  /(?:^|\.)(?:github\.io|gitlab\.io|pages\.dev|workers\.dev|web\.app|firebaseapp\.com|vercel\.app|netlify\.app|herokuapp\.com|onrender\.com|fly\.dev|azurewebsites\.net|windows\.net|cloudfront\.net|amazonaws\.com|googleapis\.com|run\.app|appspot\.com|blogspot\.com|wordpress\.com|myshopify\.com|ngrok\.io|r2\.dev|deno\.dev|supabase\.co|surge\.sh|glitch\.me|replit\.app|webflow\.io|wixsite\.com|weebly\.com|notion\.site|atlassian\.net|zendesk\.com|sharepoint\.com|ngrok\.app|ngrok-free\.app|trycloudflare\.com|webhook\.site|pipedream\.net)$/u;

/** The name that somebody owns: `acme.de` of `www.acme.de` and of `mail.acme.de`; an address in figures, or a name that cannot be told, whole. */
export function registrableName(host: string): string {
  if (SHARED.test(host) || /^[\d.]+$|^\[/u.test(host)) return host;
  const labels = host.split(".");
  return labels.slice(TWO_PARTS.test(labels.slice(-2).join(".")) ? -3 : -2).join(".");
}
