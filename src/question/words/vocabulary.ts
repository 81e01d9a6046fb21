/** The words of the field: a word one slip away from one of these is read as it. */
export const vocabulary: readonly string[] = `
activation activations adaptive anisotropic applied apply architecture architectures argmax argument arguments array
attention average averaged averages averaging backward backprop backpropagation batch batches border
broadcast ceil ceiling cells channel channels class classifier column columns compare compared comparison
concatenate conv convolution convolutional convolutions convert count counted counting default defaults dense
densenet depth depthwise derivative difference differences different dilated dilation dimension dimensional
dimensions divide divided divides divisor divisible dropout dropped embedding entire equal equivalent error
explain feature features field filter filters flatten flattened flattening floor formula forward fractional framework
fully global globally gradient gradients head height image images include included index indices infinity
inception input inputs invariance invariant kernel kernels keras largest layer layers layout length linear local
localization localisation mask masked masking masks matrix maxima maximum maxpool maxpooling maxpool2d
mean means median minimum missing mobilenet model
models negative network networks normalisation normalization normalise normalize number onnx order output
outputs overfit overfitting overlap overlapping overlaps padded padding parameter parameters pixel pixels
pool pooled pooling pools position positions pytorch receptive rectangular reduce regularisation
regularization relu remainder reshape resize resnet result results return robust round rounded rounding
rows same sequence sequences shape shapes shift shifted shifts size sizes skip smaller softmax spatial
square squeeze step steps stride strided strides subsampling sum tensor tensorflow tensors time timesteps
torch trainable train training translation transpose unequal unpool unpooling upsampling valid value values
variable vector video volume voxels weight weights whole width window windowed windows zero zeros
`
  .trim()
  .split(/\s+/);

/** Everyday words that happen to be one slip away from a word of the field. */
export const everydayWords: readonly string[] = `
adding alter appeal apples basket beaches boarder broader bother calls catches cause clash closet come
contention convent cool couldn court cover created crash dance dealt death dent device divided dividend
eagles eights encounter eros every exact extend fears fielder filler filmed filmer fitted fitter flatter flavor
flood flour found foward glass greater growing hand heads heal heard heart heats hello herd hidden higher
imagine inches indexes initial input into intent joined journal juice keeping kernels laser later latter
lawyer layers least leather lecture legal lend lent level lighter likely liner lines liners listen loan loaned
loans local locale locals loose losses love lower lunch mark marked market marks mash mask mass masses match
matches mate mats maxim mealing meal meals meant meat mental mile mind minimal missed mobile mode modem moderate
modes moral more motel move much native near needs neural nothing nomad numb officer offset older open
opens option other others outfit outlet owner pain pair palace panel passed passing pasted pasting pays peel
people piled pilot pitch pixie place plan plane plant please point points poem poet poker police polite polling polls
poor pools porch pot pounds prefect pressed price pudding pull pulled pulling pulls quick raised rather reach
read reading ready really reason receive recent record reduced refuse region regions relay repair resell
reserve reset rest resume returned right rising road role roll room rose rough round route router rules running
salad salon sane scene school score self sensor settle setup several shade shaded shake shame shapely share shared
shares sharp shave sheep sheet shelf shell shirt shit shock shop short should shown signs silent simple
since single sites sixes skin slip slow small smell smile soccer sole solid solve some sorted spare speed
spell split spoil spoils spoiling spoon stage stages stars start state states steep stem stems stop stops storm story straight
strange street strict strike string strings strip stripe stripes strive strong student style summer super sure
swimming table tables take taken taking tape target taste taxes team tense tenser tenor text thank thanks that
their them then there these they thing things think this those thread three through tie ties tied tier tight tiles times
title token tokens tool tools topic torched total touch touched towards track trailing trails trained trainer
trains travel tree trees tried trying twice under unit until upper usage used user using usually valet valley
valve valves vary versus very view village visit voice vote wait walk wall want wanted wants warning warp
watch water wealth wearing weigh weighs weird were what wheel when where which while white whose wide widow
window width wish with within without witness wonder word words work works world would wright write wrong
yours zebra zeal zone zones
`
  .trim()
  .split(/\s+/);
