/** English words for cards: things that one can see, taste or hear, and few that sound like another. */
export const WORDS_EN: readonly string[] = `
  acorn actor apple apron arrow artist atlas autumn badge badger baker balcony ball balloon banana band bank
  banner barn barrel basin basket bath bead bear beard bed bee beetle bell belt bench berry bicycle birch
  bird biscuit blanket blossom blue boat bonnet book boot border bottle boulder bowl box branch brass bread
  breeze brick bridge bright bronze brook broom brown brush bubble bucket bud builder bulb burger bus butter
  button cabbage cabin cable cactus cafe cake calm camel camera camp canal candle canoe canvas cap captain
  car caravan card carpet carrot cart castle cat cattle cedar chair chalk cheese cherry chess chicken chimney
  circle circus city clay clean clever cliff cloak clock cloud clover club coach coal coast coat cobweb
  coconut coffee coin comb comet cook copper coral cork corn cottage cotton counter country cousin cow crab
  cradle crane crayon cream cricket crown crystal cup cupboard curtain cushion daisy dance dancer desert desk
  diamond dinner dish doctor dog dolphin donkey door dragon drawer dream drum duck eagle early earth east
  echo elbow elephant elm engine evening fabric factory falcon family farm farmer feather fence fern ferry
  fiddle field finger fish flag flask flock floor flour flute fog forest fork fossil fountain fox frame fresh
  friend frog frost fruit garage garden garlic gate gentle giant ginger giraffe glass globe glove goat gold
  golden goose grain granite grape grass gravel green grey guitar gull hall hammer hammock hand happy harbour
  harp hat hawk hazel heart hedge helmet herb heron hill holiday holly honey hood hook horn horse hotel house
  ice iceberg igloo indigo ink iris island ivory ivy jacket jam jar jelly jewel jigsaw jolly journey jug
  juice jumper jungle kennel kettle key king kingdom kitchen kite kitten ladder lady lake lamb lamp lantern
  larch lark laundry lavender lawn leaf leather lemon lemonade letter library lid light lily lime linen lion
  lizard llama lobster lock log lorry lunch magic magnet mango map maple marble market meadow melon metal
  milk mill mint mirror mist mitten mole monkey moon moss moth motor mountain mouse muffin museum music
  mustard napkin needle nest net night north notebook nut nutmeg oak oat ocean office olive onion orange
  orchard otter oven owl oyster paddle page paint palace palm pancake panda panther paper parade parcel park
  parrot parsley party pasta path peacock pebble pelican pen pencil penguin pepper petal piano picnic picture
  pie pigeon pillow pine pink pirate pizza planet plant plate pocket poem pond pony poppy porch potato potter
  prince pudding puffin pump pumpkin puppet puppy purple puzzle queen quick quiet quilt rabbit radio radish
  railway rainbow raisin ranch raven red ribbon ring river road robin rocket roof rope rose round ruby rug
  saddle salad salmon salt sand sandal saucer scarf school seed sheep shelf shell ship shirt shoe shop shore
  shoulder silk silver singer sink sister sky sleeve slipper smile snail snow soap sock sofa soft soil song
  soup south spade spark sparrow spice spider spinach sponge spoon spring square squirrel stable stamp star
  station steam steel stone stork storm story straw stream street string sugar summer sunny swan sweet table
  tailor tango tea teacher teapot tent thimble thistle thread throne thumb thunder ticket tiger timber toast
  toffee tomato tower town toy tractor train tray tree trophy trout trumpet tulip tunnel turkey turnip turtle
  umbrella uncle valley van vanilla velvet village vine violet violin voyage wagon walnut walrus warm water
  weaver west wheat whisper whistle white willow wind window winter wolf wonder wood wool yacht yard yellow
  yogurt zebra
`
  .trim()
  .split(/\s+/);
