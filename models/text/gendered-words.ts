import { wordSet } from './function-words';

/** One line for each noun: gendered forms = neutral form, then the same in the plural. */
const NOUNS = `
man woman lady gentleman guy gal dude bloke chap = person | men women ladies gentlemen guys gals dudes blokes chaps = people
boy girl lad lass = child | boys girls lads lasses = children
schoolboy schoolgirl = schoolchild | schoolboys schoolgirls = schoolchildren
mother father mom mum dad mommy mummy daddy mama momma papa = parent | mothers fathers moms mums dads mommies daddies = parents
son daughter = child | sons daughters = children
brother sister = sibling | brothers sisters = siblings
husband wife boyfriend girlfriend = partner | husbands wives boyfriends girlfriends = partners
grandmother grandfather grandma grandpa granny = grandparent | grandmothers grandfathers grandmas grandpas = grandparents
grandson granddaughter = grandchild | grandsons granddaughters = grandchildren
uncle aunt nephew niece = relative | uncles aunts nephews nieces = relatives
bride bridegroom = newlywed | brides bridegrooms = newlyweds
groomsman bridesmaid = wedding attendant | groomsmen bridesmaids = wedding attendants
policeman policewoman = police officer | policemen policewomen = police officers
fireman firewoman = firefighter | firemen firewomen = firefighters
fisherman fisherwoman = angler | fishermen fisherwomen = anglers
cameraman camerawoman = camera operator | cameramen camerawomen = camera operators
cowboy cowgirl = cowhand | cowboys cowgirls = cowhands
batsman batswoman = batter | batsmen batswomen = batters
baseman = base player | basemen = base players
sportsman sportswoman = athlete | sportsmen sportswomen = athletes
businessman businesswoman = businessperson | businessmen businesswomen = businesspeople
salesman saleswoman = salesperson | salesmen saleswomen = salespeople
spokesman spokeswoman = spokesperson | spokesmen spokeswomen = spokespeople
mailman postman = mail carrier | mailmen postmen = mail carriers
workman = worker | workmen = workers
repairman handyman = repairer | repairmen handymen = repairers
craftsman craftswoman = artisan | craftsmen craftswomen = artisans
stuntman stuntwoman = stunt performer | stuntmen stuntwomen = stunt performers
swordsman swordswoman = sword fighter | swordsmen swordswomen = sword fighters
horseman horsewoman = rider | horsemen horsewomen = riders
serviceman servicewoman = service member | servicemen servicewomen = service members
crewman = crew member | crewmen = crew members
guardsman = guard | guardsmen = guards
doorman = door attendant | doormen = door attendants
frontman = lead singer | frontmen = lead singers
showgirl = performer | showgirls = performers
ballerina = ballet dancer | ballerinas = ballet dancers
waiter waitress = server | waiters waitresses = servers
actress = actor | actresses = actors
hostess = host | hostesses = hosts
stewardess = flight attendant | stewardesses = flight attendants
seamstress = tailor | seamstresses = tailors
`;

/** Gendered nouns for people and what to call them instead. Titles and names are left alone. */
export const NEUTRAL_NOUNS: ReadonlyMap<string, string> = new Map(
  nounLines()
    .flat()
    .flatMap(({ gendered, neutral }) => gendered.map((word): [string, string] => [word, neutral])),
);

/** Neutral nouns of the table, singular to plural. */
export const NEUTRAL_PLURALS: ReadonlyMap<string, string> = new Map(
  nounLines().map(([singular, plural]) => [singular.neutral, plural.neutral]),
);

/** Adjectives of gender, and what to call people where they are used as nouns. */
export const GENDERS: ReadonlyMap<string, string> = new Map([
  ['male', 'person'],
  ['female', 'person'],
  ['males', 'people'],
  ['females', 'people'],
]);

/** What people do, as in "woman surfer"; some of it needs a further noun, as in "boy soccer player". */
export const OCCUPATIONS = wordSet(
  'artist athlete baseball basketball biker boxer cheerleader climber cyclist dancer football golfer ' +
    'gymnast hiker hockey jogger musician performer player rider runner scout singer skateboarder ' +
    'skater skier soccer softball soldier student surfer swimmer tennis volleyball worker wrestler',
);

/** Nouns for people that are neutral already. */
const PEOPLE = wordSet(
  'person people child children kid kids baby babies toddler toddlers teenager teenagers adult adults ' +
    'couple family crowd player players rider riders biker bikers skier skiers surfer surfers skater ' +
    'skateboarder snowboarder climber hiker runner swimmer dancer musician performer soldier student ' +
    'cyclist athlete gymnast friend owner worker someone somebody parent partner',
);

export const ANIMALS = wordSet(
  'animal animals beagle bear bird birds bull bulldog bunny calf camel cat cats chihuahua collie cow ' +
    'cows dachshund dalmatian deer doberman dog doggy dogs dolphin donkey duck ducks eagle elephant ' +
    'fish fox frog goat goose greyhound greyhounds hound horse horses husky kitten lab labrador lamb ' +
    'lion lizard monkey mutt owl panda parrot penguin pig pigeon pony poodle pug pup puppies puppy ' +
    'rabbit retriever rooster rottweiler seagull seal sheep sheepdog shepherd snake spaniel squirrel ' +
    'swan terrier tiger turtle whale wolf zebra',
);

/** Whether a word names people; not exhaustive. */
export function isPerson(word: string): boolean {
  return PEOPLE.has(word) || NEUTRAL_NOUNS.has(word);
}

type NounForm = { readonly gendered: readonly string[]; readonly neutral: string };

function nounLines(): [singular: NounForm, plural: NounForm][] {
  const form = (text: string): NounForm => {
    const [gendered, neutral] = text.split(' = ');
    return { gendered: gendered.trim().split(' '), neutral };
  };
  return NOUNS.trim()
    .split('\n')
    .map((line) => {
      const [singular, plural] = line.split(' | ');
      return [form(singular), form(plural)];
    });
}
