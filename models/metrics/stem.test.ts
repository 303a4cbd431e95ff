import { expect, it } from 'vitest';
import { stem } from './stem';

const stems = (text: string) =>
  text
    .trim()
    .split(/[\s,]+/)
    .map((pair) => pair.split(':'));

/** The examples of the paper, carried through all of its steps. */
const PAPER = `
caresses:caress ponies:poni ties:ti caress:caress cats:cat feed:feed agreed:agre bled:bled
plastered:plaster motoring:motor sing:sing conflated:conflat troubled:troubl sized:size
hopping:hop tanned:tan falling:fall hissing:hiss fizzed:fizz failing:fail filing:file happy:happi
sky:sky relational:relat conditional:condit rational:ration valenci:valenc hesitanci:hesit
digitizer:digit conformabli:conform radicalli:radic differentli:differ vileli:vile analogousli:analog
vietnamization:vietnam predication:predic operator:oper feudalism:feudal decisiveness:decis
hopefulness:hope callousness:callous formaliti:formal sensitiviti:sensit sensibiliti:sensibl
triplicate:triplic formative:form formalize:formal electriciti:electr electrical:electr hopeful:hope
goodness:good revival:reviv allowance:allow inference:infer airliner:airlin gyroscopic:gyroscop
adjustable:adjust defensible:defens irritant:irrit replacement:replac adjustment:adjust
dependent:depend adoption:adopt homologou:homolog communism:commun activate:activ
angulariti:angular homologous:homolog effective:effect bowdlerize:bowdler probate:probat rate:rate
cease:ceas controll:control roll:roll generalizations:gener oscillators:oscil`;

/** Words of captions. */
const CAPTIONS = `
a:a is:is as:as us:us dogs:dog running:run runs:run run:run jumps:jump jumping:jump jumped:jump
playing:plai plays:plai play:plai boys:boi boy:boi skiing:ski skis:ski swimming:swim riding:ride
rides:ride ride:ride bicycle:bicycl bicycles:bicycl beaches:beach snowy:snowi standing:stand
grassy:grassi children:children leaping:leap crying:cry cries:cri yellow:yellow toys:toi
chewing:chew boxing:box chasing:chase being:be opinion:opinion religion:religion bounced:bounc`;

it.each(stems(PAPER + CAPTIONS))('stems %s to %s', (word, expected) => {
  expect(stem(word)).toBe(expected);
});

it('leaves what is no word', () => {
  expect(["'s", '', '2', '<unk>', 's'].map(stem)).toEqual(["'s", '', '2', '<unk>', 's']);
});
