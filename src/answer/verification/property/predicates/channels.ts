import { always, count, kept, ofPooling, type Predicate } from './predicate.ts';

/** What happens to channels and batch. */
export const channelPredicates: readonly Predicate[] = [
  {
    says: new RegExp(
      `^(?:keep|preserve|maintain|retain|leave|conserve) (?:${count}channel|channel (?:number|dimension|count|axis|depth)|depth|number of feature map)${kept}$|^have same number of (?:channel|output channel) as (?:its |it )?input$`,
    ),
    holds: ofPooling('always'),
    rule: always('own-channel'),
  },
  {
    says: new RegExp(
      `^(?:change|alter|affect|modify|touch|halve|reduce|double|decrease|increase|shrink|collapse|merge|cut) (?:${count}channel|channel (?:number|dimension|count|axis|depth)|depth|number of feature map)$`,
    ),
    holds: ofPooling('never'),
    rule: always('own-channel'),
  },
  {
    says: /^(?:turn|make|reduce|halve|cut|map) (\d+) channel (?:into|to|become) (?!\1(?: channel)?$)\d+(?: channel)?$/,
    holds: ofPooling('never'),
    rule: always('own-channel'),
  },
  {
    says: /^(?:operate|work|act|be (?:applied|computed|done|performed|run)|pool|happen|apply|process|treat|handle|run)(?: on| to| over)? (?:each|every|all) (?:channel|feature map|depth slice)(?: (?:independently|separately|on it own|individually|alone|by itself))?$|^(?:operate|work|act|be applied|be computed|pool|process)(?: (?:independently|separately))(?: (?:on|for|over|per|to|across|within|in))? (?:each |every |all )?channel$|^(?:operate|work|act|pool|be (?:computed|applied|done))(?: per| channel ?- ?wise| channelwise)(?: channel)?$|^(?:treat|process|handle) (?:each |every |all )?channel (?:independently|separately)$/,
    holds: ofPooling('always'),
    rule: always('own-channel'),
  },
  {
    says: /^(?:mix|combine|blend|average|merge|pool|reduce|sum|be (?:computed|applied|taken))(?: (?:over|across|along|between|information across|information between))? (?:different |all )?(?:channel|channel (?:dimension|axis)|depth)$|^(?:average|pool|reduce|be computed) (?:over|across|along) (?:channel|channel (?:dimension|axis))$|^be (?:average|mean|maximum) (?:over|across|of|along) (?:all )?channel$/,
    holds: ofPooling('never'),
    rule: always('own-channel'),
  },
  {
    says: /^(?:change|alter|affect|reduce|modify|touch) batch(?: (?:size|dimension|axis))?$/,
    holds: ofPooling('never'),
    rule: always('batch-kept'),
  },
  {
    says: new RegExp(`^(?:keep|preserve|maintain|leave) batch(?: (?:size|dimension|axis))?${kept}$`),
    holds: ofPooling('always'),
    rule: always('batch-kept'),
  },
];
