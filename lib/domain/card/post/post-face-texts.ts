/** What the card of a post says of its own. */
export const POST_FACE_TEXTS = {
  "post.account": "Account",
  "post.audience": "Audience",
  "post.channel": "Channel",
  "post.lastWasAs": "the last approved post was as {other}",
  "post.media": "Media",
  "post.post": "post",
  "post.postAgainstDraft": "post, against the text before",
  "post.postAgainstLast": "post, against the last approved",
  "post.postWithoutText": "post without a text",
  "post.undo": "Held until the undo window ends; a post can be deleted, what was read or copied stays",
  "post.when": "When",
  "post.whichAccount": "Which account is this posted as?",
  "post.noAccount": "none is named",
  "post.now": "now",
  "post.unclear": "unclear",
  "post.unread.media": "media: {count, plural, one {# file} other {# files}} not shown here",
} as const;
