/** Welsh words for cards: things that one can see, taste or hear, and few that sound like another. */
export const WORDS_CY: readonly string[] = `
  aderyn adran aelwyd afal afanc afon alarch alaw allt amlen amser anifail anrheg antur araf ardal arfor
  arian arth artist arwr asgell athro awel awen awyr awyren bach bag balch balŵn banc baner bara bardd barf
  bariton basged bath bedw beic blawd blodyn blwch bocs bore botwm braich brân brawd brecwast brenin brest
  brethyn brics brigyn briwsion bro broga brown brws bryn buarth buwch bwa bwced bwrdd bws bwyd bwyell byd
  bys cacen cadair cadno cae caer calon camel camera camlas cân canol canwr capel car carw caseg castell cath
  cawl cawr caws ceffyl cegin ceiliog ceiniog ceirios celf celyn cenau cennin cerdd cerdyn cig cinio clawdd
  cloc cloch clust clwb clwyd cneuen coeden coes coffi copa cot craig crefft crib crochan croes crwban crys
  cwch cwcw cwm cwmni cwpan cwpwrdd cwrs cwt cwyr cyfaill cyfan cyllell cymydog cynnar cynnes cyw dafad dail
  dant darlun darn dawns deilen derwen desg dinas diod disgybl dosbarth draig drama drôr drws drych dur dŵr
  dwyrain dydd dyffryn ebol echel edau efail egin eglwys eira eirin elain eliffant enfys enw eos eryr esgid
  ewin ewyn ffa ffair ffatri ffenestr ffens fferm ffeuen ffidil ffilm fflam ffliwt ffon fforc ffordd fforest
  ffrâm ffrind ffrog ffrwyth ffwr ffwrn ffynnon gafr gair gardd gât gitâr glan glas glaw glin glo gloyw gofal
  golau golwg gorau gorwel grawn grug gwair gwaith gwallt gwanwyn gwely gwen gwenith gwenyn gwers gwiwer
  gwlad gwlân gwledd gwlith gwregys gwres gŵydd gwydr gwylan gwyliau gwyllt gwyn gwynt gwyrdd gwythïen haearn
  haf halen hanner hapus harbwr haul hebog hedyn heli helyg heol hir hoelen hosan hud hufen hwyaden hwyl
  hwylio hyfryd iach iaith iâr iard ifanc iorwg jac jam jar jeli jwg lamp lemwn lili llaeth llaw llawen llawn
  llawr llechen llestri lleuad llew lliain lliw llong llun llwy llwyd llwyfan llwyn llwynog llyfr llygad
  llygoden llyn llys llysiau llythyr lôn lori maen maes mafon malwen maneg mantell map marc marchnad mawr
  mefus meillion mêl melin melyn melys menyn merlen mesen metel milgi milltir mis modryb modur môr moron mur
  mwyar mwyn mynydd nai nant natur neges neidr neuadd newydd nodwydd nofel nos noson nyth oen ogof olew olwyn
  onnen oren organ oriawr oriel pabi padell paent palas pannas papur parc parot parsel parti pêl pen pencil
  perllan persli perth petal piano pin pinc pizza planed plant plât plu pluen poced poeth popty porc porfa
  porth post potel pren pres pridd priffordd prynhawn pupur pwdin pwll pwmpen pwrs pysgodyn radio rhaeadr
  rhaff rhaw rhedyn rhew rhiw rhos rhosyn rhwyd rhyd sach saer salad sebon sedd seren sgarff sgert siaced
  sialc sidan silff sinc sinema siocled sioe siop siwgr siwmper soffa stabl stamp stôl stori storm stryd sŵn
  swper swydd syml taid taith tal tân tap tarw tatws tebot tegan teigr telyn teulu tiwlip tocyn toes tomato
  traeth tref trefn trên troed trwyn trydan tŷ tyddyn tylluan tymor tywel tywod tywydd uchel wal wats ŵyn
  wyneb wynwyn ysgafn ysgall ysgol ysgub ystafell ystlum
`
  .trim()
  .split(/\s+/);
