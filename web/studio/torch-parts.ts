// The parts of the PyTorch program, as lines of Python. Pure.
import type { SamplerKind } from '../messages/protocol.ts';
import type { NameOrder } from '../messages/studio-questions.ts';

const python = (text: string): string[] => text.replace(/^\n/, '').trimEnd().split('\n');

/** How each sampler draws. */
export const samplerParts: Record<SamplerKind, string[]> = {
  cdf: python(`
def draw(p):
    # As in the lecture: where a random number falls among the running sums, in float32.
    sums, total = [], torch.tensor(0.0)
    for value in p.float():
        total = total + value
        sums.append(total)
    cdf = torch.stack(sums) / total
    cdf[-1] = 1.0
    u = torch.rand((), dtype=torch.float64, generator=g)
    return int((cdf.double() < u).sum())
`),
  race: python(`
def draw(p):
    # As in today's PyTorch: the letter whose exponential draw comes first.
    u = torch.rand(V, dtype=torch.float64, generator=g)
    return int(torch.argmax(p.float() / (-torch.log1p(-u)).float()))
`),
  mkl: python(`
def draw(p):
    # As in PyTorch 2.0 to 2.6 on Intel: the same race, its draws from a small generator of its own.
    modulus = 2147483647
    state = max(int(torch.randint(0, modulus, (), generator=g)), 1)
    u = []
    for _ in range(V):
        u.append(state / modulus)
        state = state * 1132489760 % modulus
    waits = (torch.finfo(torch.float32).tiny - torch.log(torch.tensor(u, dtype=torch.float64))).float()
    return int(torch.argmax(p.float() / waits))
`),
};

/** The table at a temperature; nothing at 1. */
export function temperedLines(temperature: number): string[] {
  if (temperature === 1) return [];
  return python(`
# Temperature: P^(1 / ${temperature}), every row divided by its sum; a pair that could come still can.
tempered = torch.exp((torch.log(P) - torch.log(P.max(1, keepdim=True).values)) / ${temperature})
tempered = tempered / tempered.sum(1, keepdim=True)
P = torch.where(P > 0, tempered.clamp_min(torch.finfo(torch.float64).tiny), P)
`);
}

/** Drawing so many names without rules. */
export const plainPart = (count: number): string[] =>
  python(`
names = []
for _ in range(${count}):
    name, ix = "", 0
    while True:
        ix = draw(P[ix])
        if ix == 0 or len(name) == 1000:
            break
        name += letters[ix]
    names.append(name)
`);

interface Conditions {
  starts: string;
  ends: string;
  contains: string;
  without: string;
  least: string;
  most: string;
  listed: string;
  unique: string;
  count: string;
}

/** Rules and excluded names by backward messages: the chain's own distribution given all of them. */
export const conditionedPart = (rules: Conditions): string[] =>
  python(`
starts, ends = ${rules.starts}, ${rules.ends}
contains, without = ${rules.contains}, ${rules.without}
least, most = ${rules.least}, ${rules.most}  # lengths
listed = ${rules.listed}  # never drawn
unique, count = ${rules.unique}, ${rules.count}
strings = [ends, *contains, *without]

# A place in a name is what the rules must remember of it: how much of the start is there, the longest
# end that may still become a string, the strings found, the last letter, the length.
cap = least if most is None else most
start = (0, "", frozenset(), 0, 0)


def after(place, ix):
    begun, tail, found, _, length = place
    letter = letters[ix]
    if length == most or begun < len(starts) and letter != starts[begun]:
        return None
    tail += letter
    if any(tail.endswith(s) for s in without):
        return None
    found = found | {s for s in contains if tail.endswith(s)}
    while tail and not any(s.startswith(tail) for s in strings):
        tail = tail[1:]
    return (min(begun + 1, len(starts)), tail, found, ix, min(length + 1, cap))


def may_end(place):
    begun, tail, found, _, length = place
    whole = begun == len(starts) and tail.endswith(ends) and len(found) == len(set(contains))
    return whole and length >= least


probability = P.tolist()
possible = [[ix for ix in range(1, V) if row[ix] > 0] for row in probability]
places, following = [start], {}
for place in places:  # grows while it is walked
    following[place] = {}
    for ix in possible[place[3]]:
        then = after(place, ix)
        if then is not None:
            following[place][ix] = then
            if then not in following:
                following[then] = {}
                places.append(then)

# The message of a place: the probability that a name drawn on from there keeps every rule.
ending = {place: probability[place[3]][0] if may_end(place) else 0.0 for place in places}
useful = {place for place in places if ending[place] > 0}
preceding = {place: [] for place in places}
for place in places:
    for then in following[place].values():
        preceding[then].append(place)
frontier = list(useful)
while frontier:
    for place in preceding[frontier.pop()]:
        if place not in useful:
            useful.add(place)
            frontier.append(place)
message = dict.fromkeys(places, 0.0)
by_length = [[] for _ in range(cap + 1)]
for place in places:
    if place in useful:
        by_length[place[4]].append(place)
for layer in reversed(by_length):
    inner = {place: i for i, place in enumerate(layer)}
    known = torch.zeros(len(layer), dtype=torch.float64)
    within = torch.eye(len(layer), dtype=torch.float64) if most is None and layer is by_length[-1] else None
    for place, i in inner.items():
        known[i] = ending[place]
        for ix, then in following[place].items():
            if within is not None and then in inner:
                within[i, inner[then]] -= probability[place[3]][ix]
            else:
                known[i] += probability[place[3]][ix] * message[then]
    solved = known if within is None or not layer else torch.linalg.solve(within, known)
    message.update(zip(layer, solved.tolist()))
if message[start] == 0:
    raise SystemExit("No name can keep these rules.")

# Excluded names, as a tree of their beginnings; each knows what is left of its message.
gone, left, children, place_of = set(), {}, {"": []}, {"": start}


def update(beginning):
    place = place_of[beginning]
    row = probability[place[3]]
    total = 0.0 if beginning in gone else ending[place]
    for ix, then in following[place].items():
        longer = beginning + letters[ix]
        total += row[ix] * left.get(longer, message[then])
    left[beginning] = total


def exclude(name):
    place, beginnings = start, [""]
    for letter in name:
        ix = letters.index(letter) if letter in letters else 0
        place = following[place].get(ix)
        if place is None or message[place] == 0:
            return []
        beginnings.append(beginnings[-1] + letter)
        place_of[beginnings[-1]] = place
    gone.add(name)
    return beginnings


touched = {beginning for name in listed for beginning in exclude(name)}
for beginning in sorted(touched, key=len, reverse=True):
    update(beginning)

names = []
while len(names) < count and left.get("", message[start]) > 0:
    name, place = "", start
    while True:
        weights = torch.zeros(V, dtype=torch.float64)
        row = probability[place[3]]
        weights[0] = 0.0 if name in gone else ending[place]
        for ix, then in following[place].items():
            weights[ix] = row[ix] * left.get(name + letters[ix], message[then])
        ix = draw(weights / weights.sum())
        if ix == 0 or len(name) == 1000:
            break
        name += letters[ix]
        place = following[place][ix]
    names.append(name)
    if unique:
        for beginning in reversed(exclude(name)):
            update(beginning)
`);

/** Bringing the names into an order. */
export function sortLines(order: NameOrder): string[] {
  switch (order) {
    case 'drawn':
      return [];
    case 'length':
      return ['names.sort(key=len)'];
    case 'alphabet':
      return ['names.sort()'];
    case 'probability':
      return python(`
def log_probability(name):
    ids = [0, *map(letters.index, name), 0]
    return float(sum(torch.log(P[a, b]) for a, b in zip(ids, ids[1:])))


names.sort(key=log_probability, reverse=True)
`);
    default: {
      const unknown: never = order;
      throw new Error(`Unknown order: ${String(unknown)}`);
    }
  }
}
