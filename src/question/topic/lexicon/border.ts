import { type TopicCues, weighted } from './cue.ts';

/** Cues of the topics on the border: padding, rounding, what is left over. */
export const borderCues: readonly TopicCues[] = [
  {
    topic: 'padding-modes',
    terms: 'padding same valid mode border',
    cues: weighted(`
      5 same ~3 valid
      5 valid ~3 same
      5 same_upper|same_lower|auto_pad
      4 same|valid ~2 mode|option|setting
      4 padding|pad ~3 same|valid
      4 padding argument|parameter|option|mode
      4 padding|pad|border_mode =|:|is? same|valid
      4 same|valid padding
      4 same ~5 same size|shape|resolution
      3 full|causal|reflect padding
      3 what|which padding
      3 extra|additional row|column|cell|zeros ~4 side|end|right|left|bottom|top
      2 padding|pad ~4 do|does|mean|means|work|mode
    `),
  },
  {
    topic: 'average-padding-count',
    terms: 'average padding count divisor zeros border',
    cues: weighted(`
      6 count_include_pad
      6 divisor_override
      5 denominator
      5 count|counted|counts|counting|include|included|includes ~5 pad|padding|padded|zero|zeros
      5 pad|padding|padded|zero|zeros ~5 count|counted|counts|counting|include|included|includes
      4 edges|borders|border|corners|corner|edge ~6 average|averaged|mean|averages|small|smaller|low|dark
      4 zeros|zero|padding|padded ~5 drag|lower|pull|bias|dilute|affect|influence|change
      4 divide|divides|divided|division by # ~2 or
      3 average|averaged|mean|means|averages ~6 small|smaller|low|lower|dark|darker|wrong
      3 average|averaging|mean|avg ~7 pad|padding|padded|zero|zeros|border|edge
      3 pad|padding|padded|zero|zeros|border|edge|corner ~7 average|averaging|mean|avg|divide|divided|divisor
      3 divide|divided|divides|divisor ~5 # ~3 instead
      2 real|actual|valid pixels|cells|elements|values
      2 divisor|divide|divided|divides by
    `),
  },
  {
    topic: 'max-padding',
    terms: 'padding max infinity negative half kernel',
    cues: weighted(`
      6 pad|padding ~5 half ~4 kernel|window
      5 -inf|neg_inf
      5 half ~4 kernel|kernel_size
      4 pad|padding|padded|zero|zeros ~6 win|wins|beat|beats|larger|bigger|selected|chosen
      4 negative ~8 zero|zeros|pad|padding|padded
      4 minus infinity|inf
      4 too much padding
      4 padding|pad ~3 limit|limited|restriction|constraint|rule
      4 max|maximum|maxpool|maxpooling|maxpool2d|maxpooling2d ~5 pad|padding|padded|zero|zeros|infinity
      4 pad|padding|padded ~6 max|maximum|maxpool|maxpooling|maxpool2d|maxpooling2d
      4 negative|minus infinity|inf
      4 pad|padding ~7 allowed|forbidden|refused|accepted
      3 zero|zeros ~6 negative
      3 maximum|max|largest|allowed padding
      3 pad|padding ~4 larger|bigger|more|exceed ~4 kernel|half
      2 pad|padding ~3 kernel|kernel_size
      2 negative|all ~2 negative ~6 pad|padding|padded|max
    `),
  },
  {
    topic: 'ceil-mode',
    shared: true,
    terms: 'ceil floor round rounding border caffe partial',
    cues: weighted(`
      6 ceil_mode
      5 rounding mode|rule|behaviour|behavior
      5 last window|block ~5 partial|incomplete|cut|smaller|fit|complete
      5 round|rounded|rounds|rounding up|down
      4 round|rounds|rounded|rounding ~4 up|down
      4 hang|hangs|hanging|overhang|stick|sticks|reaches|exceeds|protrudes ~4 edge|border|end|map|input|out|over|beyond
      4 ceil|ceiling
      4 partial|incomplete|leftover|half window|block
      3 leftover|remaining ~4 own|window|cell|dropped|kept
      3 floor
      3 caffe
      3 doesnt|not|dont fit
      2 round|rounded|rounding
    `),
  },
  {
    topic: 'odd-sizes',
    terms: 'odd divisible remainder dropped row column skip unet concatenate mismatch',
    cues: weighted(`
      4 not|dont|doesnt agree|fit|line
      4 skip ~6 agree|fit|line|differ|mismatch|upsampled|upsampling
      3 by one
      5 odd ~2 size|sizes|sized|width|height|input|dimension|length
      5 not|doesnt|isnt|dont|no divide|divides|divisible|multiple
      4 # is odd
      4 does|do|doesnt|dont|not ~3 match|matching ~4 skip|encoder|decoder|concat|concatenate|unet
      4 skip ~4 size|sizes|shape|shapes|match|fit|mismatch
      4 rest|remaining|leftover|remainder|left over ~4 pixel|row|column|cell|rows
      4 not|doesnt|isnt|dont ~3 evenly
      4 drop|dropped|drops|lost|lose|loses|ignore|ignored|discard|discarded|missing|thrown|cut ~5 row|column|pixel|cell|border|edge|last
      4 last|extra|leftover|remaining row|column|pixel|cell
      4 row|column|pixel|cell ~4 drop|dropped|lost|lose|ignored|discarded|disappear|vanish|gone|missing
      4 skip connection|connections
      4 unet|u net skip|decoder|concat|concatenate|upsampling|upsample
      4 decoder ~6 encoder
      4 encoder ~6 decoder
      4 one|1 pixel ~1 smaller|larger|less|more|short|off|bigger
      4 cannot|cant|couldnt|not|fails concatenate|concat|add
      4 torch . cat
      3 why ~5 # ~4 become|becomes|became|not #
      3 is|are|with|for|an|has odd
      3 power of two|2
      3 divisible|divisibility|multiple by|of?
      3 crop|cropping|zeropadding2d|pad ~4 skip|concat|concatenate|decoder|encoder
      3 skip ~6 mismatch|against|match|size|differ
      3 concatenate|concat ~5 mismatch|size|shape|fail|error|match|shapes
      3 decoder|encoder ~6 mismatch|match|size|off
      3 off by one|1
      3 remainder
      3 # ~4 become|becomes|became #
      2 what|happens ~6 rest|remainder|leftover|last|remaining
      2 odd
      2 # vs|against|versus|instead #
    `),
  },
];
