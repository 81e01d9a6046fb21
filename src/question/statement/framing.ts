/**
 * What people put around a statement: who said it, and the question whether it is true. A frame says nothing that
 * could be checked, so it is taken off.
 */

const people = `(?:(?:some|any)(?:one|body)|i|we|he|she|they|you|people|chat ?gpt|gpt(?:-?dw?)?|claude|copilot|gemini|an? llm|the (?:ai|bot|llm)|(?:my|our|a|the|his|her|another|this|one) (?:(?:lab|study|course|other) )?(?:friend|colleague|classmate|mate|partner|teacher|tutor|ta|prof|professor|instructor|student|book|textbook|slides?|lecture|notes?|solution|answer key|answer|docs?|documentation|quiz|key|tutorial|article|blog|post|paper|video|website|page|mentor|roommate|teammate|sheet|exercise|forum)s?)`;
const manner = '(?:(?:just|also|always|once|still|really|have|has|had|had just|was|am|were|been|clearly) )*';
const saying = `(?:told (?:me|us|him|her)|said|says?|claim(?:s|ed)?|think(?:s|ing)?|thought|believed?|believes|writes?|wrote|state[sd]?|read|heard|insist(?:s|ed)?|argue[sd]?|guess(?:ed)?|suppose|assume[sd]?|(?:pretty |quite |fairly )?sure|certain|convinced|(?:got )?told|taught(?: me| us)?|learn(?:ed|t)|mention(?:s|ed)?|explain(?:s|ed)?|report(?:s|ed)?|conclude[sd]?|remember(?:s|ed)?|understand|understood|noticed|know|knew|saw|seen|suspect|answer(?:s|ed)?|replied)`;

const openings: readonly RegExp[] = [
  new RegExp(
    String.raw`^${people} ${manner}${saying}(?: (?:in|on|from) (?:the |a |an |our |my )?\w+)?(?: (?:me|us))?(?: that)?[:,]? (?!about |how |why |what )`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:${people}(?: (?:sheet|says|key))?|(?:i|we) (?:computed|calculated|got|found|wrote|have))\s*:\s*`,
    'i',
  ),
  new RegExp(String.raw`^according to (?:${people}|\w+),? `, 'i'),
  /^(?:hi|hey|hello|ok|okay|yes|yep|yeah|no|well|sure|right|great question|good question)(?: (?:all|everyone|there|folks|team))?[,!.:]\s+/i,
  /^(?:so|thus|therefore|hence|then|now|also|and|but|or|finally|first|firstly|second|secondly|third|next|overall|in (?:short|summary|fact|general|total|conclusion|other words|contrast|addition|particular|this case|that case)|for (?:example|instance)|as a result|consequently|note|remember|recall|keep in mind|importantly|additionally|moreover|furthermore|similarly|likewise|instead|conversely|by contrast|on the other hand|however|specifically|basically|essentially|actually|i\.e\.|e\.g\.|to summari[sz]e|this means|that means|which means|meaning|it follows)(?: that)?[,:]?\s+(?=\S)/i,
  /^(?:(?:step|explanation|answer|result|summary|claim|statement|question|tl;?dr|q|a)\s*\d*\s*:)\s*/i,
];

const asking: readonly RegExp[] = [
  /^(?:is|was|isn't) it (?:really |actually |also )?(?:true|correct|right|the case|accurate|fair to say|false|wrong|possible)(?: to say)?(?:,)?(?: that| if| when)? /i,
  /^(?:am|was) i (?:right|correct)(?: (?:that|in (?:thinking|assuming|saying|believing)|to (?:think|assume|say|believe)))*(?: that)?,? /i,
  /^(?:(?:can|could|would|will) (?:you|someone|anyone|somebody) )?(?:please )?(?:double-?check|check|verify|confirm|fact-?check|validate)(?: (?:that|if|whether|for me|please|my|this|the|these|following|answer|claim|statement|claims|statements|reasoning|work))*\s*[:,]?\s+/i,
  // "Should the output be 14x14 for …?": the shape is what is asked about.
  /^(?:should|would|will|is|was|does) (?:the|my) (?:output|result)(?: (?:shape|size))? (?:be |equal |really )?(?=[[(]?\d+ ?[x×,])/i,
  /^(?:true or false|right or wrong|correct or not|correct me if i(?:'m| am) wrong|(?:is|are) (?:this|these|that|the following)(?: \w+)? (?:right|correct|true|ok))\s*[?:,]?\s*(?:but |that )?/i,
];

const tags = 'right|correct|true|wrong|false|ok|okay|accurate|valid';
const trailing: readonly RegExp[] = [
  new RegExp(
    String.raw`[,;.:–—-]?\s*(?:(?:and|so|but) )?(?:is|was|are|were|isn't|aren't|does) (?:that|this|it|these|those|he|she|they|i|we|my \w+|the \w+|all (?:of )?(?:that|this))(?: (?:all|really|actually|statement|answer|claim))*(?: (?:${tags}|so|the case|make sense|sound right|hold|add up))+(?: (?:or|and) (?:not|wrong|false|${tags}))?\s*\?*$`,
    'i',
  ),
  new RegExp(
    String.raw`[,;:–—-]\s*(?:${tags}|yes|no|yeah|agree|agreed|isn't it|is it not|is it|doesn't it|don't they|aren't they|isn't that so|does it|do they|true or false|right or wrong|yes or no|am i (?:right|correct|wrong)|are they|or not|or no|huh|eh)\s*\?+$`,
    'i',
  ),
  /\s(?:right|correct|true|true or false|yes or no|am i (?:right|correct|wrong))\s*\?+$/i,
  /\s*\((?:true|false|right|correct|yes|no)(?: or (?:false|wrong|not|no))?\s*\??\)\s*\??$/i,
];
const checking: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:(?:is|was|are|were|does|do) (?:that|this|it|these|those|he|she|they|i|we|my \w+|the \w+)(?: (?:all|really|actually|statement|answer))*(?: (?:${tags}|so|the case|make sense|hold))+(?: or .{1,20})?|(?:${tags}|right or wrong|true or false|yes or no|correct or not|am i (?:right|correct|wrong))|who is (?:right|correct|wrong)|(?:can|could) (?:you|someone|anyone) (?:please )?(?:check|verify|confirm)(?: (?:that|this|it|these))?|(?:please )?(?:check|verify|confirm)(?: (?:that|this|it|these))?(?: please)?|what do you think)\s*[?.!]*$`,
    'i',
  ),
];

export interface Framed {
  /** The statement alone; empty for a sentence that only asks. */
  readonly text: string;
  /** Whether somebody asks if it is true. */
  readonly asks: boolean;
  /** Whether it is told as somebody's word. */
  readonly hearsay: boolean;
}

/** Takes the frames off a sentence. */
export function unframed(sentence: string): Framed {
  if (checking.some((pattern) => pattern.test(sentence.trim())))
    return { text: '', asks: true, hearsay: false };
  let text = sentence.trim();
  let asks = false;
  let hearsay = false;
  for (const pattern of trailing) {
    const cut = text.replace(pattern, '');
    if (cut === text) continue;
    text = cut.trim();
    asks = true;
    break;
  }
  for (let again = true; again; ) {
    again = false;
    for (const pattern of asking) {
      const cut = text.replace(pattern, '');
      if (cut === text) continue;
      text = cut.trim();
      asks = true;
      again = true;
    }
    for (const [at, pattern] of openings.entries()) {
      const cut = text.replace(pattern, '');
      if (cut === text || cut === '') continue;
      text = cut.trim();
      hearsay ||= at < 3;
      again = true;
    }
  }
  return { text, asks, hearsay };
}

/** A question of its own, a greeting or advice: nothing that is right or wrong. */
export function isNoStatement(text: string): boolean {
  return (
    /^(?:what|which|how|why|when does|when do|when should|where|who|whose|whats|is|are|am|do|does|did|can|could|should|would|will|was|were)\b[^.]*$/i.test(
      text,
    ) ||
    /^(?:use|try|set|let'?s|see|hope|thanks?|thank you|hi|hello|hey|good|great|sure|here(?:'s| is| are)?|below|you (?:can|should|could|may|might|need|want)|please|consider|choose|pick|make sure|add|check|feel free|i hope|let me|remember|cheers|best|imagine|i(?:'m| am) (?:new|confused|not sure|wondering|a beginner|stuck)|i (?:want|need|have a question|wonder|don't understand|wanted|am trying)|happy|ask|if you)\b/i.test(
      text,
    )
  );
}
