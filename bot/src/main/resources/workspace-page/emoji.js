// The shortcodes people and bots use most, as plain Unicode: no sprite sheets, no network.

const TABLE = `
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|ok_hand 👌|wave 👋|clap 👏|raised_hands 🙌|raised_hand ✋|hand ✋|pray 🙏|muscle 💪
point_right 👉|point_left 👈|point_up ☝️|point_down 👇|handshake 🤝|writing_hand ✍️|eyes 👀|brain 🧠|bust_in_silhouette 👤
busts_in_silhouette 👥|people_holding_hands 🧑‍🤝‍🧑|family 👪|student 🧑‍🎓|teacher 🧑‍🏫|scientist 🧑‍🔬|technologist 🧑‍💻|speaking_head_in_silhouette 🗣️
smile 😄|smiley 😃|grinning 😀|grin 😁|slightly_smiling_face 🙂|simple_smile 🙂|wink 😉|blush 😊|joy 😂|sweat_smile 😅|thinking_face 🤔|thinking 🤔
neutral_face 😐|confused 😕|worried 😟|cry 😢|sob 😭|disappointed 😞|tired_face 😫|sleeping 😴|zzz 💤|sunglasses 😎|heart_eyes 😍|hugging_face 🤗
nerd_face 🤓|robot_face 🤖|robot 🤖|ghost 👻|shrug 🤷|face_palm 🤦|partying_face 🥳|relieved 😌|upside_down_face 🙃|open_mouth 😮|exploding_head 🤯
coffee ☕|tea 🍵|croissant 🥐|doughnut 🍩|cookie 🍪|cake 🍰|pizza 🍕|sandwich 🥪|apple 🍎|beer 🍺|beers 🍻|wine_glass 🍷|champagne 🍾|fork_and_knife 🍴|knife_fork_plate 🍽️
clock1 🕐|clock2 🕑|clock3 🕒|clock4 🕓|clock5 🕔|clock9 🕘|clock10 🕙|clock1030 🕥|clock11 🕚|clock12 🕛|alarm_clock ⏰|stopwatch ⏱️|timer_clock ⏲️|hourglass ⌛
hourglass_flowing_sand ⏳|watch ⌚|calendar 📆|date 📅|spiral_calendar_pad 🗓️|spiral_calendar 🗓️
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|negative_squared_cross_mark ❎|warning ⚠️|no_entry ⛔|no_entry_sign 🚫|exclamation ❗|heavy_exclamation_mark ❗
question ❓|grey_question ❔|grey_exclamation ❕|information_source ℹ️|bangbang ‼️|bulb 💡|star ⭐|star2 🌟|sparkles ✨|dizzy 💫|fire 🔥|boom 💥|zap ⚡|rocket 🚀|tada 🎉|confetti_ball 🎊
balloon 🎈|gift 🎁|trophy 🏆|medal 🏅|sports_medal 🏅|first_place_medal 🥇|dart 🎯|game_die 🎲|crystal_ball 🔮|100 💯|new 🆕|free 🆓|soon 🔜|repeat 🔁|arrows_counterclockwise 🔄|recycle ♻️
heart ❤️|orange_heart 🧡|yellow_heart 💛|green_heart 💚|blue_heart 💙|purple_heart 💜|broken_heart 💔|two_hearts 💕
arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|arrow_forward ▶️|fast_forward ⏩|rewind ⏪|double_vertical_bar ⏸️|heavy_plus_sign ➕|heavy_minus_sign ➖
one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|six 6️⃣|seven 7️⃣|eight 8️⃣|nine 9️⃣|keycap_ten 🔟|zero 0️⃣|hash #️⃣
red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵|large_purple_circle 🟣|white_circle ⚪|black_circle ⚫
large_green_square 🟩|large_yellow_square 🟨|large_red_square 🟥|white_large_square ⬜|black_large_square ⬛|small_blue_diamond 🔹|small_orange_diamond 🔸|radio_button 🔘
mega 📣|loudspeaker 📢|speaker 🔈|bell 🔔|no_bell 🔕|speech_balloon 💬|thought_balloon 💭|left_speech_bubble 🗨️|email ✉️|envelope ✉️|inbox_tray 📥|outbox_tray 📤|incoming_envelope 📨|telephone_receiver 📞
memo 📝|pencil ✏️|pencil2 ✏️|clipboard 📋|page_facing_up 📄|page_with_curl 📃|bookmark 🔖|bookmark_tabs 📑|books 📚|book 📖|open_book 📖|notebook 📓|newspaper 📰|label 🏷️|pushpin 📌|round_pushpin 📍|paperclip 📎|link 🔗|scroll 📜
mag 🔍|mag_right 🔎|microscope 🔬|telescope 🔭|test_tube 🧪|abacus 🧮|chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|bar_chart 📊|straight_ruler 📏|triangular_ruler 📐|gear ⚙️|wrench 🔧|hammer 🔨|hammer_and_wrench 🛠️|toolbox 🧰|jigsaw 🧩|compass 🧭|world_map 🗺️
computer 💻|desktop_computer 🖥️|keyboard ⌨️|iphone 📱|battery 🔋|electric_plug 🔌|lock 🔒|unlock 🔓|key 🔑|shield 🛡️|wastebasket 🗑️|door 🚪|chair 🪑|seat 💺|ticket 🎫|admission_tickets 🎟️|microphone 🎤|studio_microphone 🎙️|headphones 🎧|art 🎨|performing_arts 🎭|frame_with_picture 🖼️|movie_camera 🎥
mortar_board 🎓|school 🏫|classical_building 🏛️|house 🏠|office 🏢|hotel 🏨|airplane ✈️|train 🚆|bus 🚌|taxi 🚕|walking 🚶|runner 🏃|earth_africa 🌍|earth_americas 🌎|earth_asia 🌏|globe_with_meridians 🌐
sunny ☀️|sun_with_face 🌞|crescent_moon 🌙|cloud ☁️|rain_cloud 🌧️|umbrella ☔|snowflake ❄️|rainbow 🌈|ocean 🌊|seedling 🌱|evergreen_tree 🌲|deciduous_tree 🌳|herb 🌿|four_leaf_clover 🍀|cherry_blossom 🌸|sunflower 🌻|tulip 🌷|dog 🐶|cat 🐱|owl 🦉|turtle 🐢|rabbit2 🐇|bee 🐝|butterfly 🦋|unicorn_face 🦄|unicorn 🦄
rotating_light 🚨|construction 🚧|traffic_light 🚦|vertical_traffic_light 🚦|checkered_flag 🏁|triangular_flag_on_post 🚩|white_flag 🏳️|sos 🆘|see_no_evil 🙈|hear_no_evil 🙉|speak_no_evil 🙊|infinity ♾️|copyright ©️|tm ™️
`;

const CODES = new Map(
  TABLE.split(/[\n|]/)
    .map((entry) => entry.trim().split(' '))
    .filter((entry) => entry.length === 2),
);

/** The character for a shortcode without its colons, or undefined when it is not one of ours. */
export const emoji = (name) => {
  const character = CODES.get(name);
  // The old symbols (☕, ⭐) are drawn in one colour unless asked otherwise.
  return character?.length === 1 ? `${character}\uFE0F` : character;
};

/** Plain text with its known shortcodes replaced. */
export const withEmoji = (text) =>
  text.replace(/:([a-z0-9_+-]+):(?::skin-tone-\d:)?/g, (whole, name) => emoji(name) ?? whole);
