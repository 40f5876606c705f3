extension GuessablePassword {
    /// Words that people choose when they are asked for a password; ours belong to them.
    static let common: [String] =
        """
        password passwort passwd pass word secret geheim login logon signin welcome willkommen hello hallo admin \
        administrator root user guest test tester testing demo default changeme change letmein let open sesame access \
        master system server computer internet network website mobile phone office company manager private public \
        wellspring community member customer reward points idea feedback forum \
        love iloveyou loveyou lovely baby babygirl sweet sweetheart honey darling angel princess prince queen king \
        mother father mama papa family friend friends forever together happy smile peace freedom \
        monday tuesday wednesday thursday friday saturday sunday january february march april june july august \
        september october november december spring summer autumn winter sunshine sunny rainbow flower flowers \
        dragon monkey tiger lion eagle falcon shark horse kitten kitty puppy panda wolf bear chicken \
        football soccer baseball basketball hockey tennis golf player game gamer gaming champion winner runner \
        batman superman spider hero ninja pirate wizard shadow ghost phantom hunter killer warrior soldier ranger \
        matrix starwars trek pokemon mario nintendo playstation xbox \
        michael michelle jennifer jessica daniel david robert thomas charlie george andrew jordan joshua matthew \
        anthony william nicole ashley amanda samantha maria anna laura martin peter paul john james alex \
        london paris berlin madrid china india america canada \
        cookie chocolate banana orange apple cherry pepper ginger coffee cheese butter sugar candy pizza \
        money dollar euro bitcoin diamond silver golden gold platinum crystal \
        mustang ferrari porsche mercedes toyota honda harley yamaha \
        trustno trust nothing something whatever please forget remember never always maybe \
        black white green blue yellow purple pink brown red \
        qwer asdf zxcv qwerty asdfgh zxcvbn qwertz azerty
        """.split(separator: " ").map(String.init)
}
